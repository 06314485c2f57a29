package se.handtag.recovery;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.handtag.audit.Named;
import se.handtag.audit.NamesNeeded;
import se.handtag.identity.PersonId;

/** Whoever reported a device lost, or whose it was then, is named until the report ends. */
@Component
class NamesInLostReports implements NamesNeeded {
    private final JdbcClient database;

    NamesInLostReports(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Set<Integer> usersOf(PersonId person) {
        return new TreeSet<>(database.sql(
                        "select distinct self from recovery.lost_report where by_id = :person and self is not null")
                .param("person", person.value())
                .query(Integer.class)
                .list());
    }

    @Override
    public Set<Hindrance> against(Named whom) {
        boolean open = database.sql("""
                        select exists (select from recovery.lost_report
                         where closed_at is null
                           and (by_id = any(:persons) or self = any(:users) or owner = any(:users)))
                        """)
                .param("persons", whom.persons().stream().map(PersonId::value).toArray(UUID[]::new))
                .param("users", whom.users().toArray(Integer[]::new))
                .query(Boolean.class)
                .single();
        return open ? Set.of(Hindrance.LOST_REPORT) : Set.of();
    }

    @Override
    public void erase(Named whom) {
        var theirs = whom.parameters();
        database.sql("""
                        update recovery.lost_report set by_name = :nobody where by_id = any(:persons)
                        """).params(theirs).update();
        database.sql("""
                        update recovery.lost_report set closed_by_name = :nobody where closed_by = any(:persons)
                        """).params(theirs).update();
        database.sql("""
                        update recovery.lost_report set marks = array(select mark from unnest(marks) mark where mark <> all(:marks))
                         where marks && :marks
                        """).params(theirs).update();
        database.sql("""
                        update recovery.colleague_report set by_name = :nobody where by_id = any(:persons)
                        """).params(theirs).update();
        database.sql("""
                        update recovery.colleague_report set owner_name = null, whom = :nobody
                         where mdm_user = any(:users) or lower(owner_name) = any(:called) or lower(whom) = any(:called)
                        """).params(theirs).update();
        database.sql("""
                        update recovery.intranet_link set created_by = :nobody where lower(created_by) = any(:called)
                        """).params(theirs).update();
        database.sql("""
                        update recovery.intranet_link set revoked_by = :nobody where lower(revoked_by) = any(:called)
                        """).params(theirs).update();
    }
}
