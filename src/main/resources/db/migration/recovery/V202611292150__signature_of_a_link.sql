-- A link's number alone, as a page carries it on, is worth no more than its signature. Of links made before there is none.
alter table recovery.intranet_link add column signature bytea;
