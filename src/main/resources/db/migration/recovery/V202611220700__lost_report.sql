create schema if not exists recovery;

create table recovery.lost_report (
    id             uuid primary key,
    device         uuid        not null,
    device_label   text        not null,
    by_id          uuid        not null,
    by_name        text        not null,
    reported_at    timestamptz not null,
    lock_command   uuid,
    closed_at      timestamptz,
    closed_by      uuid,
    closed_by_name text
);
create unique index lost_report_open on recovery.lost_report (device) where closed_at is null;
