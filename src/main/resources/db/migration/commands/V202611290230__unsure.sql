-- After how many calls it was due again although they may have come to pass: only those count against how often it may be tried.
alter table commands.command add column unsure integer not null default 0;
update commands.command set unsure = greatest(attempts - 1, 0) where state in ('DUE', 'SENDING');
