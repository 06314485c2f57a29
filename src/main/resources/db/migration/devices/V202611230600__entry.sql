create extension if not exists pg_trgm with schema devices;

-- Everything of the MDM that one can look for, as it was read last.
create table devices.entry (
    kind     text     not null,
    id       text     not null,
    place    smallint not null,
    title    text     not null,
    about    text,
    model    text,
    serial   text,
    platform text,
    system   text,
    contact  timestamptz,
    user_id  integer,
    -- lower case, each word after a space, so that the start of a word can be looked for
    words    text     not null,
    primary key (kind, id)
);
create index entry_order on devices.entry (place, title collate "C", id);

-- The extension may have been there before, in a schema of the database owner's choice.
do $$
declare
    home text;
begin
    select n.nspname into home from pg_extension e join pg_namespace n on n.oid = e.extnamespace
     where e.extname = 'pg_trgm';
    execute format('create index entry_words on devices.entry using gin (words %I.gin_trgm_ops)', home);
end
$$;

-- When everything was read last; one row, none before the first time.
create table devices.reading (
    one     boolean primary key default true check (one),
    read_at timestamptz not null,
    entries integer     not null
);
