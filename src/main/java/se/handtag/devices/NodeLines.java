package se.handtag.devices;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The index in this node's memory. Each time it is asked for it brings in what has changed in the database since, whichever
 * node did that; the first time this is everything.
 */
@Component
class NodeLines {
    private static final int AT_A_TIME = 1_000;

    private final JdbcClient database;
    private final TransactionTemplate oneMoment;
    private final ReentrantLock lock = new ReentrantLock();
    private Known known = Known.NOTHING;

    NodeLines(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        oneMoment = new TransactionTemplate(transactions);
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * @param epoch of the table that it was read from; null before everything was read once
     * @param change the last that is brought in
     */
    private record Known(@Nullable UUID epoch, long change, Lines lines) {
        private static final Known NOTHING = new Known(null, -1, Lines.NONE);
    }

    Lines upToDate() {
        lock.lock();
        try {
            if (isOld(known)) {
                known = Objects.requireNonNull(oneMoment.execute(_ -> after(known)));
            }
            return known.lines();
        } finally {
            lock.unlock();
        }
    }

    /**
     * One way to the database and back: nearly always nothing has changed, and each search waits for that answer. Asked for the
     * greatest number, PostgreSQL looks at one end of its index, whatever it thinks of how many are greater than another.
     */
    private boolean isOld(Known one) {
        return !database.sql("""
                        select exists (select 1 from devices.reading where epoch = cast(:epoch as uuid))
                           and (select coalesce(max(changed), -1) from devices.entry) <= :seen
                           and (select coalesce(max(changed), -1) from devices.gone) <= :seen
                        """)
                .param("epoch", one.epoch())
                .param("seen", one.change())
                .query(Boolean.class)
                .single();
    }

    private Known after(Known before) {
        UUID epoch = epoch().orElse(null);
        // Until everything was read once the table may be emptied and filled without a trace.
        Known base = epoch != null && epoch.equals(before.epoch()) ? before : Known.NOTHING;
        Set<Long> other = new HashSet<>();
        long[] change = {base.change()};
        database.sql("""
                        select n, changed from devices.entry where changed > :seen
                        union all select n, changed from devices.gone where changed > :seen
                        """).param("seen", base.change()).query(row -> {
            other.add(row.getLong("n"));
            change[0] = Math.max(change[0], row.getLong("changed"));
        });
        return new Known(epoch, change[0], other.isEmpty() ? base.lines() : merged(base, other));
    }

    private Lines merged(Known base, Set<Long> other) {
        Lines.Merging merging = base.lines().merge(other);
        database.sql("""
                        select n, place, title, id, words from devices.entry where changed > :seen
                         order by place, title collate "C", id collate "C"
                        """).withFetchSize(AT_A_TIME).param("seen", base.change()).query(row -> {
            merging.add(new Lines.Line(
                    row.getLong("n"),
                    row.getInt("place"),
                    row.getString("title"),
                    row.getString("id"),
                    row.getString("words")));
        });
        return merging.whole();
    }

    private Optional<UUID> epoch() {
        return database.sql("select epoch from devices.reading")
                .query(UUID.class)
                .optional();
    }
}
