-- The sessions of a person that began before this row are over, on every node. A session remembers the newest number
-- when it began, so that no two clocks have to agree.
create table identity.sessions_end (
    number bigint generated always as identity primary key,
    person uuid        not null references identity.person (id),
    kept   uuid,
    at     timestamptz not null
);
create index sessions_end_person on identity.sessions_end (person, number);

-- One sign-in serves one action.
create table identity.spent_sign_in (
    person   uuid        not null references identity.person (id),
    at       timestamptz not null,
    spent_at timestamptz not null,
    spent_on text        not null,
    primary key (person, at)
);
