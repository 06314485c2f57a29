create schema if not exists notifications;

-- A message is for one person, or for whoever has the address, or for everyone of IT.
create table notifications.message (
    number  bigint generated always as identity primary key,
    person  uuid,
    address text,
    what    text        not null,
    about   text        not null,
    action  text        not null,
    device  text        not null,
    request uuid        not null,
    at      timestamptz not null,
    check (person is null or address is null)
);
create index message_person on notifications.message (person, number);
create index message_address on notifications.message (address, number);

create table notifications.reading (
    person uuid primary key,
    -- everything up to this message has been on the person's screen
    number bigint not null
);
