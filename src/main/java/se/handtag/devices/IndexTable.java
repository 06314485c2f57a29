package se.handtag.devices;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The index as it lies in the database; every method belongs to the caller's transaction. */
@Component
class IndexTable {
    /** Any number that no other lock has. */
    private static final long LOCK = 4_816_203_511L;

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
        database.sql("create temp table fresh (like devices.entry) on commit drop")
                .update();
        return new IndexRows(database);
    }

    /** Only what has changed is written, for the index behind it is the dear part. */
    void bringUpToDate() {
        database.sql("analyze fresh").update();
        database.sql("""
                        update fresh as device set about = owner.title, words = device.words || substr(owner.words, 2)
                          from fresh as owner
                         where device.kind = 'DEVICE' and owner.kind = 'PERSON' and owner.user_id = device.user_id
                        """).update();
        database.sql("""
                        insert into devices.entry as old select distinct on (kind, id) * from fresh
                        on conflict (kind, id) do update
                          set place = excluded.place, title = excluded.title, about = excluded.about,
                              model = excluded.model, serial = excluded.serial, platform = excluded.platform,
                              system = excluded.system, contact = excluded.contact, user_id = excluded.user_id,
                              words = excluded.words, department = excluded.department
                        where row(old.title, old.about, old.model, old.serial, old.platform, old.system, old.contact,
                                  old.user_id, old.words, old.department)
                          is distinct from row(excluded.title, excluded.about, excluded.model, excluded.serial,
                                  excluded.platform, excluded.system, excluded.contact, excluded.user_id, excluded.words,
                                  excluded.department)
                        """).update();
    }

    /** What was not read anew is gone. */
    void forgetTheRest() {
        database.sql("""
                        delete from devices.entry as old
                         where not exists (select 1 from fresh where fresh.kind = old.kind and fresh.id = old.id)
                        """).update();
    }

    /** The same for one kind. */
    void forgetTheRestOf(Entry.Kind kind) {
        database.sql("""
                        delete from devices.entry as old
                         where old.kind = :kind
                           and not exists (select 1 from fresh where fresh.kind = old.kind and fresh.id = old.id)
                        """).param("kind", kind.name()).update();
    }

    void forget(Entry.Kind kind, String id) {
        database.sql("delete from devices.entry where kind = :kind and id = :id")
                .param("kind", kind.name())
                .param("id", id)
                .update();
    }
}
