package se.handtag.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The database's own copy of the checkpoints; signed, so that it cannot hold others. */
@Component
class CheckpointStore {
    /** Any number, as long as it is the same on every node. */
    private static final long MAKING = 0x48414e4443504bL;

    /** Longer than a place that does not answer keeps the other node. */
    private static final String LONGEST_WAIT = "30s";

    private final JdbcClient database;

    CheckpointStore(JdbcClient database) {
        this.database = database;
    }

    record Kept(long size, Instant at, String note) {}

    /** Whether this node alone makes a checkpoint now, until the caller's transaction ends. */
    boolean lock() {
        return database.sql("select pg_try_advisory_xact_lock(:making)")
                .param("making", MAKING)
                .query(Boolean.class)
                .single();
    }

    /**
     * Like {@link #lock}, when another node has finished what it is about.
     *
     * @throws org.springframework.dao.DataAccessException when it takes too long
     */
    void awaitLock() {
        database.sql("select set_config('lock_timeout', :most, true)")
                .param("most", LONGEST_WAIT)
                .query(String.class)
                .single();
        database.sql("select pg_advisory_xact_lock(:making)::text")
                .param("making", MAKING)
                .query(String.class)
                .single();
    }

    void add(Kept checkpoint) {
        database.sql("insert into audit.checkpoint (size, at, note) values (:size, :at, :note) on conflict do nothing")
                .param("size", checkpoint.size())
                .param("at", OffsetDateTime.ofInstant(checkpoint.at(), ZoneOffset.UTC))
                .param("note", checkpoint.note())
                .update();
    }

    Optional<Kept> newest() {
        return find("order by size desc, at desc limit 1", 0).stream().findFirst();
    }

    /** The newest of at most that size. */
    Optional<Kept> newestUpTo(long size) {
        return find("where size <= :size order by size desc, at desc limit 1", size).stream()
                .findFirst();
    }

    /** All, the smallest first. */
    List<Kept> all() {
        return find("order by size, at", 0);
    }

    private List<Kept> find(String which, long size) {
        return database.sql("select size, at, note from audit.checkpoint " + which)
                .param("size", size)
                .query((row, _) -> new Kept(
                        row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant(), row.getString(3)))
                .list();
    }
}
