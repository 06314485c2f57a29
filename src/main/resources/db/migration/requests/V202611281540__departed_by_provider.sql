-- Whether the identity provider alone says so: then a sign-in takes it back.
alter table requests.departed add column by_provider boolean not null default false;
