-- The auditor finds a command by its number.
create index record_command on audit.record (command) where command is not null;
