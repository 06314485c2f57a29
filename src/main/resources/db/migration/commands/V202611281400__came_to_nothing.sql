-- What came to nothing of late is looked for whenever a command moves.
create index command_failed on commands.command (placed_at)
 where state in ('REFUSED', 'CONTRADICTED', 'SETTLED_NOT_DONE');
