package se.handtag.recovery;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.handtag.audit.Named;
import se.handtag.audit.NamesNeeded;
import se.handtag.identity.Forgotten;
import se.handtag.identity.NamesKept;
import se.handtag.identity.NamingTable;
import se.handtag.identity.PersonId;

/** Whoever reported a device lost, or whose it was then, is named until the report ends. */
@Component
class NamesInLostReports implements NamesNeeded, NamesKept {
    private static final List<NamingTable> TABLES = List.of(
            new NamingTable(
                    "recovery.lost_report",
                    "closed_at",
                    "closed_at is not null",
                    List.of("by_name", "closed_by_name", "device_label"),
                    List.of(),
                    List.of(),
                    List.of("marks")),
            new NamingTable(
                    "recovery.colleague_report",
                    "at",
                    "done_at is not null",
                    List.of("by_name", "whom", "owner_name"),
                    List.of(),
                    List.of(),
                    List.of()),
            new NamingTable(
                    "recovery.intranet_link",
                    "coalesce(revoked_at, expires_at)",
                    "true",
                    List.of("created_by", "revoked_by", "name"),
                    List.of(),
                    List.of(),
                    List.of()));

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
    public void erase(Forgotten whom) {
        TABLES.forEach(table -> table.erase(database, whom));
        var theirs = whom.parameters();
        database.sql("""
                        update recovery.lost_report set device_label = :erased
                         where closed_at is not null and (owner = any(:users) or self = any(:users) and owner is null)
                        """).params(theirs).update();
        database.sql(
                        "update recovery.colleague_report set whom = :erased, owner_name = :erased where mdm_user = any(:users)")
                .params(theirs)
                .update();
    }

    @Override
    public void eraseBefore(Instant time) {
        TABLES.forEach(table -> table.eraseBefore(database, time));
    }
}
