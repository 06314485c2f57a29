-- A tag that people may ask for, in words for them.
create table catalogue.configuration (
    tag           integer primary key,
    tag_name      text    not null,
    picture       text    not null,
    target        text    not null,
    -- on which devices it makes sense; empty for all
    platforms     text[]  not null default '{}',
    approval      text    not null,
    -- for how many days at most; null: for good, too
    longest_days  integer check (longest_days > 0),
    english_name  text    not null,
    swedish_name  text    not null,
    english       text    not null,
    swedish       text    not null,
    offered       boolean not null
);
