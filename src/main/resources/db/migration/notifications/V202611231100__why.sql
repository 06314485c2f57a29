-- Why it came to that, by the name of the words for it, and the command it is about.
alter table notifications.message
    add column note     text,
    add column note_who text,
    add column command  uuid;
-- Addresses are compared as the people's own are kept.
update notifications.message set address = lower(address) where address <> lower(address);
