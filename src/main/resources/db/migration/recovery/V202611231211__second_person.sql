-- By which marks whoever reported it, and whose it is, would be known again: none of them lifts it as a second person.
alter table recovery.lost_report add column marks text[] not null default '{}';
update recovery.lost_report
   set marks = case when self is null then array ['person/' || by_id] else array ['person/' || by_id, 'user/' || self] end;

-- Whether the rules allowed no lock when they were last asked.
alter table recovery.lost_report add column lock_denied boolean not null default false;
update recovery.lost_report set lock_denied = true where lock_command is null;
