-- When whose device somebody else reported lost was told of it: told once, also when the portal is cut off in between.
alter table recovery.lost_report add column owner_told_at timestamptz;
update recovery.lost_report set owner_told_at = reported_at;
