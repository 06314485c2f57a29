create schema if not exists grants;

-- What was asked for for a time.
create table grants.time (
    id           uuid primary key,
    request      uuid        not null unique,
    -- what it is done to, and what was put there
    subject      text        not null,
    thing        text        not null,
    days         integer     not null check (days > 0),
    state        text        not null,
    asked_at     timestamptz not null,
    ends_at      timestamptz,
    announced_at timestamptz,
    ended_at     timestamptz
);
create index time_running on grants.time (subject, thing) where state = 'RUNNING';
