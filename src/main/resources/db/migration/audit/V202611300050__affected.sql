-- Whoever has a device that somebody else's command went to takes out a receipt of what came of it.
alter table audit.record add column affected text generated always as (body::jsonb ->> 'affected') stored;
create index record_affected on audit.record (affected) where affected is not null;
