-- A link's number alone, as a page carries it on, is worth no more than its signature. Of links made before it is kept when they are next followed.
alter table recovery.intranet_link add column signature bytea;
