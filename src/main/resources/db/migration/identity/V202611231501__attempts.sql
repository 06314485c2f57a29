-- How often somebody may still knock, by where they come from (Bucket4j).
create table identity.bucket (
    id         text primary key,
    state      bytea,
    expires_at bigint
);
create index bucket_expires on identity.bucket (expires_at);
