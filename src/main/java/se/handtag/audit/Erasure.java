package se.handtag.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes names, texts and addresses away from beside the log, which stays whole and provable, and from all other rooms. */
@Component
public class Erasure {
    /**
     * What names somebody: beside what they did, all but what others are called; beside what was done in their matter, their
     * name and their device; elsewhere, what holds their name or one of their addresses.
     */
    private static final String NAMES_THEM = """
            (r.actor = any(:pseudonyms) and (p.name in ('actor', 'sourceAddress') or p.name like 'fact.%'
                or p.name = 'label' and r.on_behalf_of is null and r.subject like 'device/%')
             or r.on_behalf_of = any(:owners) and p.name in ('onBehalfOf', 'label')
             or (r.subject = any(:owners) or r.affected = any(:owners)) and p.name = 'label'
             or r.on_behalf_of is null and p.name = 'onBehalfOf' and lower(p.value) = any(:called)
             or p.name like 'fact.%' and p.value ~* any(:words))
            """;

    private final JdbcClient database;
    private final Pseudonyms pseudonyms;
    private final AuditLog log;
    private final AuditSettings settings;
    private final NamesElsewhere elsewhere;
    private final Clock clock;

    Erasure(
            JdbcClient database,
            Pseudonyms pseudonyms,
            AuditLog log,
            AuditSettings settings,
            NamesElsewhere elsewhere,
            Clock clock) {
        this.database = database;
        this.pseudonyms = pseudonyms;
        this.log = log;
        this.settings = settings;
        this.elsewhere = elsewhere;
        this.clock = clock;
    }

    /**
     * What stands beside the log about somebody.
     *
     * @param records beside how many records anything does
     * @param names times that they are named
     * @param texts what they wrote, searched for or changed, and what else names them in words
     * @param addresses network addresses that they came from
     * @param labels devices and accounts of theirs, by model and the end of the serial number or by name
     */
    public record Amount(long records, long names, long texts, long addresses, long labels) {
        public boolean isNothing() {
            return records == 0;
        }
    }

    /** What {@link #erase} would erase now. */
    public Amount amount(Named whom) {
        return database.sql("""
                        select count(distinct p.record) as records,
                               count(*) filter (where p.name in ('actor', 'onBehalfOf')) as names,
                               count(*) filter (where p.name like 'fact.%') as texts,
                               count(*) filter (where p.name = 'sourceAddress') as addresses,
                               count(*) filter (where p.name = 'label') as labels
                          from audit.personal p join audit.record r on r.id = p.record where """ + NAMES_THEM)
                .params(parameters(whom))
                .query((row, _) -> new Amount(
                        row.getLong("records"),
                        row.getLong("names"),
                        row.getLong("texts"),
                        row.getLong("addresses"),
                        row.getLong("labels")))
                .single();
    }

    /**
     * Erases what names somebody beside every record, whose pseudonym theirs is, and their names in what has ended in every
     * other room; that it was done is on record without their name, with how many of which kind. What others wrote about them without naming them goes with the record's own time.
     *
     * @return what was erased
     */
    @Transactional
    public Amount erase(Named whom) {
        Amount amount = amount(whom);
        database.sql("delete from audit.personal p using audit.record r where r.id = p.record and " + NAMES_THEM)
                .params(parameters(whom))
                .update();
        whom.persons().forEach(person -> pseudonyms.erase(person.value()));
        AuditEntry done = AuditEntry.of(AuditKind.LOG)
                .subject(whom.key(), null)
                .outcome("erased")
                .mark("records", String.valueOf(amount.records()))
                .mark("names", String.valueOf(amount.names()))
                .mark("texts", String.valueOf(amount.texts()))
                .mark("addresses", String.valueOf(amount.addresses()))
                .mark("labels", String.valueOf(amount.labels()));
        log.append(elsewhere.erase(whom, done));
        return amount;
    }

    private Map<String, Object> parameters(Named whom) {
        String[] theirs = whom.persons().stream()
                .flatMap(person -> pseudonyms.find(person.value()).stream())
                .map(Object::toString)
                .toArray(String[]::new);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("pseudonyms", theirs);
        parameters.put(
                "owners",
                Stream.concat(Stream.of(theirs), whom.users().stream().map(user -> "user/" + user))
                        .toArray(String[]::new));
        parameters.put(
                "called",
                Stream.concat(whom.names().stream(), whom.addresses().stream())
                        .map(String::toLowerCase)
                        .toArray(String[]::new));
        parameters.put(
                "words",
                Stream.concat(whom.names().stream(), whom.addresses().stream())
                        .map(Erasure::asAWord)
                        .toArray(String[]::new));
        return parameters;
    }

    /** A regular expression of PostgreSQL: exactly that, and not as a part of a longer name or address. */
    private static String asAWord(String text) {
        return "(^|[^[:alnum:]._%+-])" + text.replaceAll("[^\\p{L}\\p{N}]", "\\\\$0") + "($|[^[:alnum:]_-])";
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
