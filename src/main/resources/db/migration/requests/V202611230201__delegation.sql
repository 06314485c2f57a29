-- Somebody decides in another's place for a while. The place is given by the addresses that the giver had.
create table requests.delegation (
    id             uuid primary key,
    from_id        uuid        not null,
    from_name      text        not null,
    from_addresses text[]      not null,
    to_address     text        not null,
    to_name        text        not null,
    starts_at      timestamptz not null,
    ends_at        timestamptz not null,
    -- empty: all of them
    actions        text[]      not null,
    made_at        timestamptz not null,
    ended_at       timestamptz,
    check (starts_at < ends_at)
);
create index delegation_from on requests.delegation (from_id, ends_at);
create index delegation_to on requests.delegation (to_address, ends_at);
