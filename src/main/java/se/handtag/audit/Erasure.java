package se.handtag.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.identity.Actor;
import se.handtag.identity.PersonId;

/** Takes names, texts and addresses away from beside the log, which stays whole and provable. */
@Component
public class Erasure {
    private final JdbcClient database;
    private final Pseudonyms pseudonyms;
    private final AuditLog log;
    private final AuditSettings settings;
    private final Clock clock;

    Erasure(JdbcClient database, Pseudonyms pseudonyms, AuditLog log, AuditSettings settings, Clock clock) {
        this.database = database;
        this.pseudonyms = pseudonyms;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Erases what names a person beside every record, and whose pseudonym theirs is. What else they did or wrote goes with
     * the record's own time.
     *
     * @return how many records named them
     */
    @Transactional
    public int erase(Actor by, PersonId person) {
        var pseudonym = pseudonyms.find(person.value());
        if (pseudonym.isEmpty()) {
            return 0;
        }
        int erased = database.sql("""
                        delete from audit.personal p using audit.record r
                         where r.id = p.record
                           and (r.actor = :who and (p.name in ('actor', 'sourceAddress') or p.name like 'fact.%')
                                or r.on_behalf_of = :who and p.name in ('onBehalfOf', 'label'))
                        """).param("who", pseudonym.get().toString()).update();
        database.sql("delete from audit.pseudonym where person = :person")
                .param("person", person.value())
                .update();
        pseudonyms.forget(person.value());
        log.append(AuditEntry.of(AuditKind.LOG)
                .by(by)
                .outcome("erased")
                .mark("pseudonym", pseudonym.get().toString())
                .mark("times", String.valueOf(erased)));
        return erased;
    }

    /** Erases what has been kept for as long as {@code handtag.audit.retention} says. */
    @Transactional
    public void eraseByAge() {
        for (AuditKind kind : AuditKind.values()) {
            Duration kept = settings.kept(kind);
            if (kept == null) {
                continue;
            }
            int erased = database.sql("""
                            delete from audit.personal p using audit.record r
                             where r.id = p.record and r.kind = :kind and r.at < :before
                            """)
                    .param("kind", kind.name())
                    .param("before", OffsetDateTime.ofInstant(clock.instant().minus(kept), ZoneOffset.UTC))
                    .update();
            if (erased > 0) {
                log.append(AuditEntry.of(AuditKind.LOG)
                        .outcome("erased")
                        .mark("kind", kind.name())
                        .mark("times", String.valueOf(erased)));
            }
        }
    }
}
