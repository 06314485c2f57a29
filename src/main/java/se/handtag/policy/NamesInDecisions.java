package se.handtag.policy;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.handtag.identity.Forgotten;
import se.handtag.identity.NamesKept;
import se.handtag.identity.NamingTable;

/** What was decided, and who made the rules. Decisions go by a time of their own, rules stay. */
@Component
class NamesInDecisions implements NamesKept {
    private static final NamingTable DECIDED = new NamingTable(
            "policy.decided",
            "at",
            "true",
            List.of("person_name", "subject_label"),
            List.of(),
            List.of("facts"),
            List.of());
    private static final NamingTable VERSION = new NamingTable(
            "policy.version",
            "published_at",
            "true",
            List.of("by_name", "second_name"),
            List.of("comment"),
            List.of(),
            List.of());
    private static final NamingTable DRAFT = new NamingTable(
            "policy.draft",
            "changed_at",
            "state in ('PUBLISHED', 'DISCARDED')",
            List.of("changed_by_name", "asked_by_name"),
            List.of("comment"),
            List.of(),
            List.of("asked_marks"));

    private final JdbcClient database;

    NamesInDecisions(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void erase(Forgotten whom) {
        List.of(DECIDED, VERSION, DRAFT).forEach(table -> table.erase(database, whom));
        database.sql("""
                        update policy.decided
                           set person_name = case when person = any(:persons) then :erased else person_name end,
                               subject_label = case when owner = any(:users) or subject = any(:keys) then :erased
                                                    else subject_label end,
                               facts = case when person = any(:persons) then facts || '{"request.ticket": ""}' else facts end
                         where person = any(:persons) or owner = any(:users) or subject = any(:keys)
                        """).params(whom.parameters()).update();
    }

    @Override
    public void eraseBefore(Instant time) {
        DRAFT.eraseBefore(database, time);
    }
}
