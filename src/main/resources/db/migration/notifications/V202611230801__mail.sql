-- What a message leads to, and what there is to say besides.
alter table notifications.message
    alter column action drop not null,
    alter column request drop not null,
    add column comment text,
    add column link    text;
update notifications.message
   set link = case what when 'TO_DECIDE' then 'approvals?request=' else 'request/' end || request;
alter table notifications.message alter column link set not null;

-- Written in the transaction in which the thing happened; sent afterwards, as often as it takes.
create table notifications.mail (
    id         uuid primary key,
    address    text        not null,
    language   text        not null,
    subject    text        not null,
    -- paragraphs, with an empty line between them
    text       text        not null,
    link       text        not null,
    at         timestamptz not null,
    attempts   integer     not null default 0,
    problem    text,
    tried_at   timestamptz,
    sent_at    timestamptz,
    -- nobody tries any more: the address is none, or it took too long
    given_up_at timestamptz
);
create index mail_waiting on notifications.mail (at) where sent_at is null and given_up_at is null;
create index mail_sent on notifications.mail (sent_at);
