-- The identity provider ends sessions, too: one of its own, of which it may not say whose it is. A provider's session that
-- has ended stays ended, so that it needs no number; no message of the provider counts twice.
alter table identity.sessions_end
    alter column person drop not null,
    add column provider_session text,
    add column message          text unique,
    add constraint sessions_end_whose check (person is not null or provider_session is not null);
create index sessions_end_provider_session on identity.sessions_end (provider_session) where provider_session is not null;
