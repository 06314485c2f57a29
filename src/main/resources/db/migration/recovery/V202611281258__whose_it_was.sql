-- Whose it was when it was reported: they are told what becomes of it, also while the MDM cannot say whose it is.
alter table recovery.lost_report add column owner integer;
