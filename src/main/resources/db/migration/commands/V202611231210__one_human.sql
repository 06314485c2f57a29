-- By which marks whoever said yes would be known again, so that one human with two accounts is one.
alter table commands.release add column marks text[] not null default '{}';
update commands.release set marks = array ['person/' || person];
alter table commands.stop add column first_marks text[] not null default '{}';
