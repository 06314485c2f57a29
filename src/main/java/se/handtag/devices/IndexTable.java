package se.handtag.devices;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The index as it lies in the database; every method belongs to the caller's transaction. */
@Component
class IndexTable {
    /** Any number that no other lock has. */
    private static final long LOCK = 4_816_203_511L;

    private static final String COLUMNS =
            "kind, id, place, title, about, model, serial, platform, system, contact," + " user_id, words, department";

    /** Larger than all that was written before. */
    private static final String NEXT = "1 + greatest((select coalesce(max(changed), 0) from devices.entry),"
            + " (select coalesce(max(changed), 0) from devices.gone))";

    private final JdbcClient database;

    IndexTable(JdbcClient database) {
        this.database = database;
    }

    /** Until the transaction ends nobody else writes; false when somebody else is at it. */
    boolean lock() {
        return database.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    /** Room for what is read anew, to be followed by {@link #bringUpToDate}. */
    IndexRows fresh() {
        database.sql("create temp table fresh on commit drop as select " + COLUMNS + " from devices.entry with no data")
                .update();
        return new IndexRows(database);
    }

    /** Only what has changed is written, and brought into the memory of each node. */
    void bringUpToDate() {
        database.sql("analyze fresh").update();
        database.sql("""
                        update fresh as device set about = owner.title, words = device.words || owner.words
                          from fresh as owner
                         where device.kind = 'DEVICE' and owner.kind = 'PERSON' and owner.user_id = device.user_id
                        """).update();
        database.sql("""
                        insert into devices.entry as old (%1$s, changed) select distinct on (kind, id) %1$s, %2$s from fresh
                        on conflict (kind, id) do update
                          set place = excluded.place, title = excluded.title, about = excluded.about,
                              model = excluded.model, serial = excluded.serial, platform = excluded.platform,
                              system = excluded.system, contact = excluded.contact, user_id = excluded.user_id,
                              words = excluded.words, department = excluded.department,
                              changed = case when row(old.place, old.title, old.words)
                                               is distinct from row(excluded.place, excluded.title, excluded.words)
                                             then excluded.changed else old.changed end
                        where row(old.title, old.about, old.model, old.serial, old.platform, old.system, old.contact,
                                  old.user_id, old.words, old.department)
                          is distinct from row(excluded.title, excluded.about, excluded.model, excluded.serial,
                                  excluded.platform, excluded.system, excluded.contact, excluded.user_id, excluded.words,
                                  excluded.department)
                        """.formatted(COLUMNS, NEXT)).update();
    }

    /** What was not read anew is gone. */
    void forgetTheRest() {
        database.sql("""
                        with gone as (
                          delete from devices.entry as old
                           where not exists (select 1 from fresh where fresh.kind = old.kind and fresh.id = old.id)
                          returning old.n
                        ) insert into devices.gone (n, changed) select n, %s from gone
                        """.formatted(NEXT)).update();
    }

    /** The same for one kind. */
    void forgetTheRestOf(Entry.Kind kind) {
        database.sql("""
                        with gone as (
                          delete from devices.entry as old
                           where old.kind = :kind
                             and not exists (select 1 from fresh where fresh.kind = old.kind and fresh.id = old.id)
                          returning old.n
                        ) insert into devices.gone (n, changed) select n, %s from gone
                        """.formatted(NEXT)).param("kind", kind.name()).update();
    }

    void forget(Entry.Kind kind, String id) {
        database.sql("""
                        with gone as (delete from devices.entry where kind = :kind and id = :id returning n)
                        insert into devices.gone (n, changed) select n, %s from gone
                        """.formatted(NEXT))
                .param("kind", kind.name())
                .param("id", id)
                .update();
        if (kind == Entry.Kind.PERSON) {
            forgetOwner(Integer.parseInt(id));
        }
    }

    /** Devices are found by their own words alone, until they are read again. */
    private void forgetOwner(int user) {
        database.sql("""
                        update devices.entry
                           set about = null, user_id = null, changed = %s,
                               words = ' ' || regexp_replace(lower(concat_ws(' ', nullif(title, model), model, serial, id)), '\\s+', ' ', 'g')
                         where kind = 'DEVICE' and user_id = :user
                        """.formatted(NEXT)).param("user", user).update();
    }
}
