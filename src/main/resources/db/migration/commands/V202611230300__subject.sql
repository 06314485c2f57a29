-- A command is done to a device, a user, a group, a tag, an app or the company as a whole. The snapshot is the subject as it
-- was when it was decided.
alter table commands.command add column subject text;
alter table commands.command add column snapshot jsonb;
alter table commands.command rename column device_label to subject_label;
alter table commands.command alter column device drop not null;
update commands.command
   set subject = 'device/' || device,
       snapshot = jsonb_build_object('kind', 'device', 'device', jsonb_build_object(
         'id', jsonb_build_object('value', device),
         'owner', case when owner is null then null else jsonb_build_object('value', owner) end,
         'model', regexp_replace(subject_label, ' ….*$', ''),
         'serialNumber', regexp_replace(subject_label, '^.*…', ''),
         'platform', 'UNKNOWN',
         'tags', jsonb_build_array()));
alter table commands.command alter column subject set not null;
alter table commands.command alter column snapshot set not null;
alter table commands.command drop column owner;
create index command_subject on commands.command (subject, placed_at);
drop index commands.command_device;
