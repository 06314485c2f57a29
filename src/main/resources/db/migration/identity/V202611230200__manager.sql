-- Whose manager somebody is, for who comes next when a request waits too long. In lower case.
alter table identity.person add column manager text;
create index person_manager on identity.person (manager);
