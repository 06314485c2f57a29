-- A request is about a device, a user, a group, a tag, an app or the company as a whole.
alter table requests.request add column subject text;
alter table requests.request rename column device to snapshot;
alter table requests.request alter column device_id drop not null;
update requests.request
   set subject = 'device/' || device_id, snapshot = jsonb_build_object('kind', 'device', 'device', snapshot);
alter table requests.request alter column subject set not null;
create index request_subject on requests.request (subject, asked_at);
drop index requests.request_device;
