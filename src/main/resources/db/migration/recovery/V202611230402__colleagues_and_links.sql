-- What somebody reported for a colleague: a record of its own, alike for anyone named.
create table recovery.colleague_report (
    id         uuid primary key,
    by_id      uuid        not null,
    by_name    text        not null,
    whom       text        not null,
    mdm_user   integer,
    at         timestamptz not null,
    done_at    timestamptz,
    owner_name text,
    locks      integer     not null default 0
);
create index colleague_report_by on recovery.colleague_report (by_id, at);

-- Links for the intranet. Their number is random and says nothing; what it stands for is looked up after signing in.
create table recovery.intranet_link (
    id         uuid primary key,
    purpose    text        not null,
    name       text        not null,
    audience   text[]      not null,
    mdm_user   integer,
    device     uuid,
    created_by text        not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    revoked_by text
);
-- The trial's key; a portal in production is given its own by a setting.
create table recovery.link_key (
    only_one    boolean primary key default true check (only_one),
    private_key bytea not null,
    public_key  bytea not null
);
