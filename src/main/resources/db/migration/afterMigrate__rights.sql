-- The account that the portal runs as, when it is another than the one that owns the tables: it reads and writes, but of the
-- log it can only add to what is kept for good, and nothing lets it create, alter, drop, or switch off what refuses.
do $$
declare
    account text := '${run-account}';
    room    text;
    kept    text;
begin
    -- Nodes that start at once take turns.
    perform pg_advisory_xact_lock(hashtext('handtag.rights'));
    if account = current_user or not exists (select from pg_roles where rolname = account) then
        return;
    end if;
    foreach room in array array ['identity', 'audit', 'devices', 'catalogue', 'policy', 'commands', 'requests', 'grants',
        'recovery', 'notifications'] loop
        execute format('grant usage on schema %I to %I', room, account);
        execute format('grant select, insert, update, delete on all tables in schema %I to %I', room, account);
    end loop;
    foreach kept in array array ['record', 'leaf', 'node', 'checkpoint'] loop
        execute format('revoke update, delete on audit.%I from %I', kept, account);
    end loop;
end $$;
