package se.handtag.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The log. Every method throws {@link org.springframework.dao.DataAccessException} when the database is not there. */
@Component
public class AuditLog {
    /** Any number, as long as it is the same on every node: the place at the end of the chain is taken by one at a time. */
    private static final long END_OF_CHAIN = 0x48414e44544147L;

    private static final int PAGE = 1_000;

    private final JdbcClient database;
    private final RecordBody bodies;
    private final Clock clock;

    AuditLog(JdbcClient database, RecordBody bodies, Clock clock) {
        this.database = database;
        this.bodies = bodies;
        this.clock = clock;
    }

    /**
     * Puts an entry on record as part of the caller's transaction: it is durable when, and only if, that commits.
     *
     * @return the record's number
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long append(AuditEntry entry) {
        database.sql("select pg_advisory_xact_lock(:end)")
                .param("end", END_OF_CHAIN)
                .query(row -> {});
        var last = database.sql("select number, hash from audit.record order by number desc limit 1")
                .query((row, _) -> new Link(row.getLong(1), row.getBytes(2)))
                .optional()
                .orElse(Link.NONE);
        long number = last.number() + 1;
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String body = bodies.write(number, at, entry);
        database.sql("insert into audit.record (number, at, body, hash) values (:number, :at, :body, :hash)")
                .param("number", number)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("body", body)
                .param("hash", last.next(body).hash())
                .update();
        return number;
    }

    /** For what changes nothing else: puts the entry on record in a transaction of its own. */
    @Transactional
    public long appendAlone(AuditEntry entry) {
        return append(entry);
    }

    /**
     * The newest records first.
     *
     * @param before only records with a smaller number, for reading on; {@link Long#MAX_VALUE} from the end
     * @param most how many at the most
     */
    public List<AuditRecord> find(AuditQuery query, long before, int most) {
        var filter = Filter.of(query);
        return database.sql("select number, at, body, hash from audit.record where number < :before" + filter.sql()
                        + " order by number desc limit :most")
                .param("before", before)
                .param("most", most)
                .params(filter.parameters())
                .query((row, _) -> bodies.read(row.getString("body"), hex(row.getBytes("hash"))))
                .list();
    }

    /** Hands over every record that the query finds, oldest first, as the lines of a JSON Lines file. */
    public void export(AuditQuery query, Consumer<String> line) {
        var filter = Filter.of(query);
        long after = 0;
        List<Stored> page;
        do {
            page = page(after, filter);
            for (Stored stored : page) {
                line.accept("{\"record\":" + stored.body() + ",\"hash\":\"" + hex(stored.hash()) + "\"}");
                after = stored.number();
            }
        } while (page.size() == PAGE);
    }

    /** Recomputes the whole chain. */
    public Verification verify() {
        var nothingLeftOut = Filter.of(AuditQuery.EVERYTHING);
        var link = Link.NONE;
        List<Stored> page;
        do {
            page = page(link.number(), nothingLeftOut);
            for (Stored stored : page) {
                var expected = link.next(stored.body());
                if (stored.number() != expected.number()) {
                    return new Verification.Broken(expected.number(), "the record is missing");
                }
                if (!expected.sameHash(stored.hash())) {
                    return new Verification.Broken(stored.number(), "the record or one before it was changed");
                }
                if (!bodies.says(stored.body(), stored.number(), stored.at())) {
                    return new Verification.Broken(
                            stored.number(), "its number or time differs from what was recorded");
                }
                link = expected;
            }
        } while (page.size() == PAGE);
        return new Verification.Whole(link.number());
    }

    private List<Stored> page(long after, Filter filter) {
        return new ArrayList<>(database.sql("select number, at, body, hash from audit.record where number > :after"
                        + filter.sql() + " order by number limit " + PAGE)
                .param("after", after)
                .params(filter.parameters())
                .query((row, _) -> new Stored(
                        row.getLong("number"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("body"),
                        row.getBytes("hash")))
                .list());
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private record Stored(long number, Instant at, String body, byte[] hash) {}
}
