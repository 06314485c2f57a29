create schema if not exists audit;

-- The hash covers the body alone. What is searched for is taken out of the body by the database itself, so that a column
-- cannot say anything else than what was hashed.
create table audit.record (
    number       bigint primary key,
    at           timestamptz not null,
    body         text        not null,
    hash         bytea       not null,
    kind         text generated always as (body::jsonb ->> 'kind') stored,
    actor        text generated always as (body::jsonb ->> 'actor') stored,
    on_behalf_of text generated always as (body::jsonb ->> 'onBehalfOf') stored,
    device       text generated always as (body::jsonb ->> 'device') stored,
    device_label text generated always as (body::jsonb ->> 'deviceLabel') stored,
    request      text generated always as (body::jsonb ->> 'request') stored,
    command      text generated always as (body::jsonb ->> 'command') stored
);
create index record_at on audit.record (at);
create index record_device on audit.record (device, number);
create index record_request on audit.record (request, number);

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The log is append-only: % of audit.record is refused', tg_op using errcode = 'insufficient_privilege';
end $$;

create trigger append_only before update or delete on audit.record
    for each row execute function audit.refuse_change();
create trigger append_only_truncate before truncate on audit.record
    for each statement execute function audit.refuse_change();
alter table audit.record enable always trigger append_only;
alter table audit.record enable always trigger append_only_truncate;
