-- The command that takes it back, from when its time is over.
alter table grants.time add column taking_back uuid;
create unique index time_taking_back on grants.time (taking_back);
