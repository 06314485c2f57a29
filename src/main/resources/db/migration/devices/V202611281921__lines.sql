-- A search reads the words in the memory of each node, which asks here for what has changed since it last asked.

alter table devices.entry
    add column n       bigint generated always as identity,
    -- in which writing the words, the title or the place changed last; whoever writes holds a lock, so that a larger number is a
    -- later commit
    add column changed bigint not null default 0;
create unique index entry_n on devices.entry (n);
create index entry_changed on devices.entry (changed);

-- What can be found no longer.
create table devices.gone (
    n       bigint primary key,
    changed bigint not null
);
create index gone_changed on devices.gone (changed);

-- Another one means that everything was read anew into an empty table.
alter table devices.reading add column epoch uuid not null default gen_random_uuid();

drop index devices.entry_words;
