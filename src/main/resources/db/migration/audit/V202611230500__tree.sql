-- The chain of before; the next migration plants its records in the tree and drops it.
alter table audit.record rename to chained_record;
alter index audit.record_pkey rename to chained_record_pkey;
alter index audit.record_at rename to chained_record_at;
alter index audit.record_device rename to chained_record_device;
alter index audit.record_request rename to chained_record_request;

-- What is hashed: ids, words of the portal, pseudonyms, and commitments to what stands in audit.personal. Columns are taken
-- out of the text by the database itself, so that they cannot say anything else than what was hashed.
create table audit.record (
    id           bigint generated always as identity primary key,
    -- its subject and step: the same step is not recorded twice
    step         text unique,
    at           timestamptz not null,
    body         text        not null,
    kind         text generated always as (body::jsonb ->> 'kind') stored,
    actor        text generated always as (body::jsonb ->> 'actor') stored,
    on_behalf_of text generated always as (body::jsonb ->> 'onBehalfOf') stored,
    subject      text generated always as (body::jsonb ->> 'subject') stored,
    request      text generated always as (body::jsonb ->> 'request') stored,
    command      text generated always as (body::jsonb ->> 'command') stored
);
create index record_at on audit.record (at);
create index record_subject on audit.record (subject) where subject is not null;
create index record_request on audit.record (request) where request is not null;
create index record_actor on audit.record (actor) where actor is not null;
create index record_on_behalf_of on audit.record (on_behalf_of) where on_behalf_of is not null;

-- Names, texts, addresses, serial numbers, each with the salt of its commitment. May be erased.
create table audit.personal (
    record bigint not null,
    name   text   not null,
    salt   bytea  not null,
    value  text   not null,
    primary key (record, name)
);

-- Whom a pseudonym means. May be erased.
create table audit.pseudonym (
    person    uuid primary key,
    pseudonym uuid not null unique default gen_random_uuid()
);

-- Records that are committed but have no place in the tree yet.
create table audit.pending (
    record bigint primary key,
    hash   bytea not null
);

-- The tree of RFC 6962: a leaf for each record, and every complete subtree above.
create table audit.leaf (
    number bigint primary key,
    record bigint not null unique,
    hash   bytea  not null
);
create table audit.node (
    level smallint not null,
    index bigint   not null,
    hash  bytea    not null,
    primary key (level, index)
);

create table audit.checkpoint (
    size bigint      not null,
    at   timestamptz not null,
    note text        not null,
    primary key (size, at)
);

create or replace function audit.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The log is append-only: % of audit.% is refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;

do $$
declare
    kept text;
begin
    foreach kept in array array ['record', 'leaf', 'node', 'checkpoint'] loop
        execute format('create trigger append_only before update or delete on audit.%I for each row execute function audit.refuse_change()', kept);
        execute format('create trigger append_only_truncate before truncate on audit.%I for each statement execute function audit.refuse_change()', kept);
        execute format('alter table audit.%I enable always trigger append_only', kept);
        execute format('alter table audit.%I enable always trigger append_only_truncate', kept);
    end loop;
end $$;
