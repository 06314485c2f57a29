-- How a report ends, what else was sent for it, and with whose rights its locks are repeated.
alter table recovery.lost_report
    add column ending          text,
    add column message_command uuid,
    add column by_roles        text[]  not null default '{EMPLOYEE}',
    add column self            integer,
    add column repeats         integer not null default 0,
    add column last_lock_at    timestamptz,
    add column seen_contact    timestamptz;
update recovery.lost_report set ending = 'FOUND' where closed_at is not null;
update recovery.lost_report set last_lock_at = reported_at where lock_command is not null;
