create schema if not exists devices;

-- What the MDM said last, for when it cannot be asked.
create table devices.picture (
    key     text primary key,
    body    text        not null,
    read_at timestamptz not null
);
