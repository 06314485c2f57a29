-- Who says yes is a list of stages, each with those who come next in line when nobody answers.
alter table requests.request add column steps jsonb;
update requests.request
   set steps = (select coalesce(jsonb_agg(case kind when 'MANAGER' then '{"kind":"manager"}'
                                                    else '{"kind":"any","group":"it","count":1}' end::jsonb order by n), '[]')
                  from unnest(stages) with ordinality as t (kind, n));
alter table requests.request alter column steps set not null;

alter table requests.request add column stage integer not null default 0;
update requests.request r set stage = (select count(*) from requests.decision d where d.request = r.id and d.approved);
alter table requests.request add column line jsonb;
update requests.request
   set line = (select coalesce(jsonb_agg(jsonb_build_array(jsonb_build_object(
                        'addresses', case when n - 1 = stage then to_jsonb(approvers) else '[]'::jsonb end,
                        'it', n - 1 <> stage or approvers = '{}')) order by n), '[]')
                 from unnest(stages) with ordinality as t (kind, n));
alter table requests.request alter column line set not null;
alter table requests.request drop column stages;

-- How far along the line the request has been passed, and since when it waits there.
alter table requests.request add column level integer not null default 0;
alter table requests.request add column level_since timestamptz;
update requests.request set level_since = asked_at;
alter table requests.request alter column level_since set not null;
alter table requests.request add column reminded boolean not null default false;
alter table requests.request add column approver_it boolean not null default false;
update requests.request set approver_it = approvers = '{}';

-- Two clocks.
alter table requests.request add column decide_by timestamptz;
update requests.request set decide_by = asked_at + interval '7 days';
alter table requests.request alter column decide_by set not null;
alter table requests.request add column execute_by timestamptz;

-- The marks of those who may not decide, whatever hats they wear.
alter table requests.request add column concerned text[] not null default '{}';
update requests.request set concerned = array['person/' || by_id];
alter table requests.request add column fresh_sign_in boolean not null default false;
-- On whose behalf it was asked, as the MDM knows them.
alter table requests.request add column for_user integer;
create index request_for on requests.request (for_user, asked_at) where for_user is not null;

-- One person waits for one thing once, also when they press twice at the same moment.
delete from requests.decision where request in (
  select id from (select id, row_number() over (partition by by_id, subject, action, payload order by asked_at) as n
                    from requests.request where state = 'WAITING') as again where n > 1);
delete from requests.request where id in (
  select id from (select id, row_number() over (partition by by_id, subject, action, payload order by asked_at) as n
                    from requests.request where state = 'WAITING') as again where n > 1);
create unique index request_once on requests.request (by_id, subject, action, md5(payload::text)) where state = 'WAITING';

alter table requests.decision add column stage integer not null default 0;
-- In whose place, null for one's own.
alter table requests.decision add column for_name text;
alter table requests.decision add column marks text[] not null default '{}';
update requests.decision set marks = array['person/' || by_id];
alter table requests.decision add column seat text[] not null default '{}';
alter table requests.decision add column effective_at timestamptz;
update requests.decision set effective_at = at;
alter table requests.decision alter column effective_at set not null;
-- Until then it can be undone, and counts for nothing.
alter table requests.decision add column settled boolean not null default true;

create table requests.happening (
    request uuid        not null references requests.request,
    what    text        not null,
    -- whom it was about, by name, as it was told
    who     text,
    at      timestamptz not null
);
create index happening_request on requests.happening (request, at);

-- Who has left: what waited for them goes to the next in line.
create table requests.departed (
    address text primary key,
    at      timestamptz not null
);
