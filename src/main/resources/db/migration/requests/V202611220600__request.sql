create schema if not exists requests;

create table requests.request (
    id         uuid primary key,
    state      text        not null,
    by_id      uuid        not null,
    by_name    text        not null,
    by_roles   text[]      not null,
    self       integer,
    owner_name text,
    device     jsonb       not null,
    device_id  uuid        not null,
    action     text        not null,
    payload    jsonb       not null,
    reason     text,
    because    jsonb       not null,
    stages     text[]      not null,
    approvers  text[]      not null,
    asked_at   timestamptz not null
);
create index request_by on requests.request (by_id, asked_at);
create index request_device on requests.request (device_id, asked_at);
create index request_waiting on requests.request using gin (approvers) where state = 'WAITING';

create table requests.decision (
    request  uuid        not null references requests.request,
    by_id    uuid        not null,
    by_name  text        not null,
    approved boolean     not null,
    comment  text,
    at       timestamptz not null,
    -- one person decides one request once, whatever hats they wear
    primary key (request, by_id)
);
create index decision_by on requests.decision (by_id);

create table requests.approver (
    group_path text not null,
    address    text not null,
    primary key (group_path, address)
);
