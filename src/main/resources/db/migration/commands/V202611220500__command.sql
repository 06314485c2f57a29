create schema if not exists commands;

create table commands.command (
    id           uuid primary key,
    request      uuid,
    device       uuid        not null,
    device_label text        not null,
    action       text        not null,
    payload      jsonb       not null,
    by_id        uuid        not null,
    by_name      text        not null,
    by_roles     text[]      not null,
    self         integer,
    owner        integer,
    approved     boolean     not null,
    state        text        not null,
    attempts     integer     not null default 0,
    placed_at    timestamptz not null,
    sent_at      timestamptz
);
create index command_device on commands.command (device, placed_at);
create index command_request on commands.command (request);
create index command_unknown on commands.command (placed_at) where state = 'UNKNOWN';

create table commands.step (
    number  bigint generated always as identity primary key,
    command uuid        not null references commands.command,
    at      timestamptz not null,
    state   text        not null,
    note    text,
    detail  text
);
create index step_command on commands.step (command, number);

-- db-scheduler's own table, as its documentation gives it for PostgreSQL.
create table commands.scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on commands.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on commands.scheduled_tasks (last_heartbeat);
