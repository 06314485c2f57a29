-- Where a person's mail goes, as the provider says, and the language in which they last read the portal.
alter table identity.person
    add column mail     text,
    add column language text;
