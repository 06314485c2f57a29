create schema if not exists catalogue;

create table catalogue.app (
    package_id  text not null,
    platform    text not null,
    store       text not null,
    -- null until the MDM has been seen to have it
    app_id      integer unique,
    name        text not null,
    company     text,
    description text,
    offered     boolean not null default false,
    approval    text    not null default 'MANAGER',
    vpp         boolean not null default false,
    english     text,
    swedish     text,
    primary key (package_id, platform, store)
);
