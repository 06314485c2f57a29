-- What a portal kept whose migrations had come to 202611220800, in the words of that time.

insert into identity.person values
 ('a0000000-0000-4000-8000-000000000001', 'https://id.example.com', 'anna', 'Anna Åkesson', '{anna@example.com}',
  '2026-11-22T08:00:00Z', '2026-11-22T09:00:00Z'),
 ('b0000000-0000-4000-8000-000000000002', 'https://id.example.com', 'bo', 'Bo Berg', '{bo@example.com}',
  '2026-11-22T08:00:00Z', '2026-11-22T09:00:00Z');

insert into audit.record (number, at, body, hash) values
 (1, '2026-11-22T09:00:00.000001Z', '{"number":1,"at":"2026-11-22T09:00:00.000001Z","kind":"SIGN_IN","actor":"Anna Åkesson",'
  '"actorId":"a0000000-0000-4000-8000-000000000001","roles":["EMPLOYEE"],"sourceAddress":"192.0.2.7"}', '\x01'),
 (2, '2026-11-22T09:01:00Z', '{"number":2,"at":"2026-11-22T09:01:00Z","kind":"DECISION","actor":"Anna Åkesson",'
  '"actorId":"a0000000-0000-4000-8000-000000000001","roles":["EMPLOYEE"],"onBehalfOf":"Anna Åkesson",'
  '"device":"d0000000-0000-4000-8000-000000000001","deviceLabel":"iPhone 16 …K7QX","action":"WIPE","outcome":"approval",'
  '"rules":["wipe-needs-a-manager"],"request":"e0000000-0000-4000-8000-000000000001"}', '\x02');

insert into devices.picture values
 ('names', '["Annas iPhone","Bos iPad"]', '2026-11-22T09:00:00Z');

insert into catalogue.app (package_id, platform, store, app_id, name, offered, approval, vpp, english, swedish) values
 ('se.example.notes', 'IOS', 'APP_STORE', 7, 'Notes', true, 'MANAGER', true, 'For notes.', 'För anteckningar.');

insert into requests.request values
 ('e0000000-0000-4000-8000-000000000001', 'WAITING', 'a0000000-0000-4000-8000-000000000001', 'Anna Åkesson', '{EMPLOYEE}', 4,
  'Anna Åkesson',
  '{"id":{"value":"d0000000-0000-4000-8000-000000000001"},"owner":{"value":4},"name":"Annas iPhone","model":"iPhone 16",'
  '"serialNumber":"F2LXK7QX","platform":"IOS","osVersion":"26.1","lastContact":"2026-11-22T08:59:00Z","lastInventory":null,'
  '"group":{"value":1},"tags":["sales"]}',
  'd0000000-0000-4000-8000-000000000001', 'WIPE', '{}', 'It is to be sold',
  '[{"rule":"wipe-needs-a-manager","explanation":{"english":"Your manager decides.","swedish":"Din chef bestämmer."}}]',
  '{MANAGER,IT}', '{bo@example.com}', '2026-11-22T09:01:00Z'),
 ('e0000000-0000-4000-8000-000000000002', 'APPROVED', 'a0000000-0000-4000-8000-000000000001', 'Anna Åkesson', '{EMPLOYEE}', 4,
  'Anna Åkesson', '{"id":{"value":"d0000000-0000-4000-8000-000000000001"},"owner":{"value":4},"platform":"IOS","tags":[]}',
  'd0000000-0000-4000-8000-000000000001', 'CLEAR_PASSCODE', '{}', 'Forgotten', '[]', '{MANAGER}', '{bo@example.com}',
  '2026-11-22T08:30:00Z');
insert into requests.decision values
 ('e0000000-0000-4000-8000-000000000002', 'b0000000-0000-4000-8000-000000000002', 'Bo Berg', true, 'Of course',
  '2026-11-22T08:40:00Z');
insert into requests.approver values ('Head office/Sales', 'karin@example.com');

insert into commands.command values
 ('c0000000-0000-4000-8000-000000000001', 'e0000000-0000-4000-8000-000000000002', 'd0000000-0000-4000-8000-000000000001',
  'iPhone 16 …K7QX', 'CLEAR_PASSCODE', '{}', 'a0000000-0000-4000-8000-000000000001', 'Anna Åkesson', '{EMPLOYEE}', 4, 4, true,
  'UNKNOWN', 1, '2026-11-22T08:41:00Z', '2026-11-22T08:41:01Z'),
 ('c0000000-0000-4000-8000-000000000002', null, 'd0000000-0000-4000-8000-000000000001',
  'iPhone 16 …K7QX', 'MESSAGE', '{"text":"Call us"}', 'a0000000-0000-4000-8000-000000000001', 'Anna Åkesson', '{EMPLOYEE}', 4, 4,
  false, 'DUE', 3, '2026-11-22T08:50:00Z', null);
insert into commands.step (command, at, state, note, detail) values
 ('c0000000-0000-4000-8000-000000000001', '2026-11-22T08:41:00Z', 'DUE', null, null),
 ('c0000000-0000-4000-8000-000000000001', '2026-11-22T08:41:01Z', 'SENDING', null, null),
 ('c0000000-0000-4000-8000-000000000001', '2026-11-22T08:41:31Z', 'UNKNOWN', 'no-answer', null);

insert into recovery.lost_report values
 ('f0000000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000003', 'iPad …M0P1',
  'b0000000-0000-4000-8000-000000000002', 'Bo Berg', '2026-11-22T09:10:00Z', null, null, null, null),
 ('f0000000-0000-4000-8000-000000000002', 'd0000000-0000-4000-8000-000000000004', 'iPhone 15 …AB12',
  'b0000000-0000-4000-8000-000000000002', 'Bo Berg', '2026-11-22T08:10:00Z', null, '2026-11-22T08:20:00Z',
  'b0000000-0000-4000-8000-000000000002', 'Bo Berg');

insert into notifications.message (person, address, what, about, action, device, request, at) values
 (null, 'Bo@Example.com', 'TO_DECIDE', 'Anna Åkesson', 'WIPE', 'iPhone 16 …K7QX', 'e0000000-0000-4000-8000-000000000001',
  '2026-11-22T09:01:00Z');
