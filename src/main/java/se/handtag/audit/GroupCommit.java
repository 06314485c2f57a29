package se.handtag.audit;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.audit.proof.CompactRange;
import se.handtag.audit.proof.NodeId;
import se.handtag.audit.proof.Proofs;
import se.handtag.audit.proof.TreeHash;

/**
 * Gives everything that is pending its place in the tree, in one transaction. Of all nodes one does so at a time; whoever
 * comes second finds the work done, and durable, since the lock is let go only after the commit is on disk.
 */
@Component
class GroupCommit {
    /** The most that one transaction takes; what is left follows at once. */
    static final int MOST = 2_000;

    /** Any number, as long as it is the same on every node. */
    private static final long WRITER = 0x48414e44544147L;

    private static final String TAKE = "select pg_advisory_xact_lock(" + WRITER + ");"
            // Also where the server's default is less: what is awaited here must be on disk.
            + "select set_config('synchronous_commit', 'on', true);"
            + "select coalesce(max(number), 0) from audit.leaf;"
            + "delete from audit.pending where record in (select record from audit.pending order by record limit "
            + MOST
            + ") returning record, hash";

    private static final String GROW = "insert into audit.leaf (number, record, hash) select * from unnest(?, ?, ?);"
            + "insert into audit.node (level, index, hash) select * from unnest(?, ?, ?)";

    private final DataSource connections;
    private final Tree tree;
    /** The right edge of the tree as this node left it; another node may have gone on since. Used by one thread. */
    private @Nullable CompactRange edge;

    GroupCommit(DataSource connections, Tree tree) {
        this.connections = connections;
        this.tree = tree;
    }

    private record Taken(long size, TreeMap<Long, byte[]> pending) {
        Set<EntryId> entries() {
            Set<EntryId> entries = new HashSet<>();
            pending.forEach((record, hash) ->
                    entries.add(new EntryId(record, HexFormat.of().formatHex(hash))));
            return entries;
        }
    }

    /** What a transaction puts into the tree, column by column. */
    private static final class Growth {
        private final List<Long> numbers = new ArrayList<>();
        private final List<Long> records = new ArrayList<>();
        private final List<byte[]> hashes = new ArrayList<>();
        private final List<Short> levels = new ArrayList<>();
        private final List<Long> indexes = new ArrayList<>();
        private final List<byte[]> nodes = new ArrayList<>();

        private void complete(NodeId id, byte[] hash) {
            if (id.level() > 0) {
                levels.add((short) id.level());
                indexes.add(id.index());
                nodes.add(hash);
            }
        }
    }

    /**
     * @return the entries that it placed; with {@link #MOST} of them there may be more
     */
    Set<EntryId> run() throws SQLException {
        CompactRange before = edge;
        edge = null;
        try (var connection = connections.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Taken taken = take(connection);
                CompactRange grown = taken.pending().isEmpty() ? before : grow(connection, taken, before);
                connection.commit();
                edge = grown;
                return taken.entries();
            } catch (SQLException | RuntimeException e) {
                undo(connection, e);
                throw e;
            }
        }
    }

    private static void undo(Connection connection, Exception because) {
        try {
            connection.rollback();
        } catch (SQLException alsoGone) {
            because.addSuppressed(alsoGone);
        }
    }

    private static Taken take(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(TAKE);
            statement.getMoreResults();
            statement.getMoreResults();
            long size;
            try (var row = next(statement)) {
                row.next();
                size = row.getLong(1);
            }
            TreeMap<Long, byte[]> pending = new TreeMap<>();
            statement.getMoreResults();
            try (var rows = next(statement)) {
                while (rows.next()) {
                    pending.put(rows.getLong(1), rows.getBytes(2));
                }
            }
            return new Taken(size, pending);
        }
    }

    private static ResultSet next(Statement statement) throws SQLException {
        return Objects.requireNonNull(statement.getResultSet());
    }

    private CompactRange grow(Connection connection, Taken taken, @Nullable CompactRange before) throws SQLException {
        CompactRange range = before != null && before.end() == taken.size() ? before : rightEdge(taken.size());
        var growth = new Growth();
        taken.pending().forEach((record, hash) -> {
            growth.records.add(record);
            growth.hashes.add(hash);
            range.append(hash, growth::complete);
            growth.numbers.add(range.end());
        });
        try (var statement = connection.prepareStatement(GROW)) {
            statement.setArray(1, array(connection, "bigint", growth.numbers.toArray(Long[]::new)));
            statement.setArray(2, array(connection, "bigint", growth.records.toArray(Long[]::new)));
            statement.setArray(3, array(connection, "bytea", growth.hashes.toArray(byte[][]::new)));
            statement.setArray(4, array(connection, "smallint", growth.levels.toArray(Short[]::new)));
            statement.setArray(5, array(connection, "bigint", growth.indexes.toArray(Long[]::new)));
            statement.setArray(6, array(connection, "bytea", growth.nodes.toArray(byte[][]::new)));
            statement.execute();
        }
        return range;
    }

    /** On a connection of its own: nobody can change it while the lock is held. */
    private CompactRange rightEdge(long size) {
        return CompactRange.of(0, size, new Proofs(tree).cover(0, size), new TreeHash());
    }

    private static Array array(Connection connection, String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }
}
