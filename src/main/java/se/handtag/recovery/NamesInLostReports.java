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
    public Set<PersonId> standingFor(int user) {
        return Set.of(ColleagueLocks.standingFor(user));
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
}
