-- The roles at the last sign-in, unknown for whoever has not signed in since.
alter table identity.person add column roles text[];
