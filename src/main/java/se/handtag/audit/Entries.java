package se.handtag.audit;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.handtag.audit.proof.TreeHash;

/** Puts entries into the database, where they wait for their place in the tree. */
@Component
class Entries {
    /** In one statement, since each round trip to the database counts where commands are sent. */
    private static final String INSERT = """
            with entry as (
              insert into audit.record (step, at, body)
              select :step, :at, :body from (select %s) durability
               where (select count(*) from audit.pseudonym where pseudonym = any(:pseudonyms)) = cardinality(:pseudonyms)
              on conflict (step) do nothing
              returning id
            ), sealed as (
              insert into audit.personal (record, name, salt, value)
              select entry.id, one.name, one.salt, one.value
                from entry, unnest(:names, :salts, :values) one (name, salt, value)
            ), waiting as (
              insert into audit.pending (record, hash) select id, :hash from entry
            )
            select id from entry
            """;

    private static final String AT_ONCE = INSERT.formatted("true");
    /** The commit does not wait for the disk: the group commit that is awaited after it does, for both. */
    private static final String WITH_THE_GROUP = INSERT.formatted("set_config('synchronous_commit', 'off', true)");

    private final JdbcClient database;
    private final RecordBody bodies;
    private final Pseudonyms pseudonyms;
    private final Clock clock;

    Entries(JdbcClient database, RecordBody bodies, Pseudonyms pseudonyms, Clock clock) {
        this.database = database;
        this.bodies = bodies;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    /**
     * @param withTheGroup whether the caller waits for the group commit, and needs no durability before it
     * @return the entry, or the earlier one of the same step
     */
    EntryId insert(AuditEntry entry, boolean withTheGroup) {
        return inserted(entry, withTheGroup).or(() -> earlier(entry)).orElseGet(() -> {
            // Nothing stood in its way but a pseudonym that another node has erased meanwhile.
            pseudonyms.forget();
            return inserted(entry, withTheGroup)
                    .or(() -> earlier(entry))
                    .orElseThrow(() -> new ConcurrencyFailureException("Whoever it names is being erased"));
        });
    }

    private Optional<EntryId> inserted(AuditEntry entry, boolean withTheGroup) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Set<UUID> named = new HashSet<>();
        var body = bodies.write(at, entry, person -> {
            UUID pseudonym = pseudonyms.of(person);
            named.add(pseudonym);
            return pseudonym;
        });
        var sealed = body.sealed();
        byte[] hash = hash(body.text());
        return database.sql(withTheGroup ? WITH_THE_GROUP : AT_ONCE)
                .param("step", entry.step())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("body", body.text())
                .param("names", sealed.stream().map(Sealed::name).toArray(String[]::new))
                .param("salts", sealed.stream().map(Sealed::salt).toArray(byte[][]::new))
                .param("values", sealed.stream().map(Sealed::value).toArray(String[]::new))
                .param("hash", hash)
                .param("pseudonyms", named.toArray(UUID[]::new))
                .query(Long.class)
                .optional()
                .map(id -> entry(id, hash));
    }

    private Optional<EntryId> earlier(AuditEntry entry) {
        return database.sql("select id, body from audit.record where step = :step")
                .param("step", entry.step())
                .query((row, _) -> entry(row.getLong("id"), hash(row.getString("body"))))
                .optional();
    }

    private static EntryId entry(long id, byte[] hash) {
        return new EntryId(id, HexFormat.of().formatHex(hash));
    }

    private static byte[] hash(String body) {
        return new TreeHash().leaf(body.getBytes(StandardCharsets.UTF_8));
    }
}
