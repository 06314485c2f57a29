create schema if not exists identity;

create table identity.person (
    id             uuid primary key,
    issuer         text        not null,
    subject        text        not null,
    name           text        not null,
    addresses      text[]      not null,
    first_seen     timestamptz not null,
    last_signed_in timestamptz not null,
    unique (issuer, subject)
);
create index person_addresses on identity.person using gin (addresses);
