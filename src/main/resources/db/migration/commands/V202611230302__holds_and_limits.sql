-- What a command rests on, in which order it was placed, and how long it is held.
alter table commands.command add column number bigint generated always as identity;
alter table commands.command add column evidence jsonb;
alter table commands.command add column not_after timestamptz;
alter table commands.command add column held_until timestamptz;
alter table commands.command add column released boolean not null default false;
update commands.command
   set evidence = case when approved
     then '{"reason":true,"freshSignIn":false,"stages":[{"kind":"manager"},{"kind":"any","group":"it","count":1}],"approvers":[]}'::jsonb
     else '{"reason":true,"freshSignIn":false,"stages":[],"approvers":[]}'::jsonb end;
alter table commands.command alter column evidence set not null;
alter table commands.command drop column approved;
create index command_on_the_way on commands.command (subject, number) where state in ('DUE', 'SENDING');
create index command_held on commands.command (placed_at) where state = 'HELD';
create index scheduled_tasks_priority on commands.scheduled_tasks (priority desc, execution_time);

-- Those of IT who release what is held beyond a limit; it takes two.
create table commands.release (
    command uuid        not null references commands.command,
    person  uuid        not null,
    name    text        not null,
    at      timestamptz not null,
    primary key (command, person)
);

-- The switch for everything that destroys: one row while it is off.
create table commands.stop (
    only_one   boolean primary key default true check (only_one),
    person     uuid        not null,
    name       text        not null,
    reason     text        not null,
    at         timestamptz not null,
    first      uuid,
    first_name text
);

-- One row while the MDM is away.
create table commands.outage (
    only_one boolean primary key default true check (only_one),
    since    timestamptz not null
);

-- Bucket4j's own table, as its documentation gives it for PostgreSQL.
create table commands.bucket (
    id         text primary key,
    state      bytea,
    expires_at bigint
);
