create schema if not exists policy;

-- The rules in force are the version with the largest number. None is ever changed or removed, for decisions name them.
create table policy.version (
    number       integer primary key,
    rules        text        not null,
    tests        text        not null,
    hash         text        not null,
    published_at timestamptz not null,
    by_id        uuid,
    by_name      text,
    second_id    uuid,
    second_name  text,
    comment      text        not null,
    looser       boolean     not null
);

create table policy.draft (
    id              integer generated always as identity primary key,
    state           text        not null check (state in ('OPEN', 'WAITING', 'PUBLISHED', 'DISCARDED')),
    -- the hash of the file that it came from, so that one file becomes a draft once, whatever became of that draft
    file_hash       text unique,
    based_on        integer     not null references policy.version,
    rules           text        not null,
    tests           text        not null,
    hash            text        not null,
    changed_at      timestamptz not null,
    changed_by_id   uuid,
    changed_by_name text,
    asked_by_id     uuid,
    asked_by_name   text,
    asked_addresses text[]      not null default '{}',
    comment         text
);
-- What was decided when somebody asked, with every fact it was decided from, so that other rules can be tried on it.
create table policy.decided (
    id            bigint generated always as identity primary key,
    at            timestamptz not null,
    person        uuid        not null,
    person_name   text        not null,
    owner         integer,
    subject       text        not null,
    subject_label text        not null,
    action        text        not null,
    facts         jsonb       not null,
    denied        boolean     not null,
    request       uuid
);
create index decided_at on policy.decided (at);
create index decided_request on policy.decided (request) where request is not null;
create index decided_recently on policy.decided (action, at) where not denied;
