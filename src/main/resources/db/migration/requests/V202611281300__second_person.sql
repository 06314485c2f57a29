-- A change of what is allowed that waits for a second person of IT. One at a time for each thing.
create table requests.proposal (
    id      uuid        primary key,
    kind    text        not null,
    key     text        not null,
    label   text        not null,
    before  jsonb       not null,
    after   jsonb       not null,
    by_id   uuid        not null,
    by_name text        not null,
    -- by which they would be known again, whatever account they come with
    marks   text[]      not null,
    at      timestamptz not null,
    unique (kind, key)
);

-- Groups whose approvers are in the database: what the file says about them does not count any more.
create table requests.approver_group (
    path text primary key
);
insert into requests.approver_group select distinct group_path from requests.approver;
