-- Who is signed in where, as they may see it themselves. It lets nobody in: a session lives in the memory of its node.
create table identity.session (
    id               uuid primary key,
    person           uuid        not null references identity.person (id),
    lost             boolean     not null,
    provider_session text,
    began            timestamptz not null,
    used             timestamptz not null,
    browser          text,
    address          text
);
create index session_person on identity.session (person);
create index session_used on identity.session (used);

-- A single session is ended by its own number; everybody's by a row for all that began before it.
alter table identity.sessions_end
    add column session   uuid,
    add column everybody boolean not null default false,
    drop constraint sessions_end_whose,
    add constraint sessions_end_whose
        check (person is not null or provider_session is not null or session is not null or everybody);
create index sessions_end_session on identity.sessions_end (session) where session is not null;
create index sessions_end_everybody on identity.sessions_end (number) where everybody;
