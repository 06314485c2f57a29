package se.handtag.audit;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.audit.proof.TreeHash;

/**
 * Takes the records of the hash chain into the tree, each with the hash that it had and under the number that it had. Names
 * and texts, which the chain hashed as they stood, become erasable.
 */
@Component
class PlantChain implements JavaMigration {
    private static final int PAGE = 500;
    private final RecordBody bodies;

    PlantChain(RecordBody bodies) {
        this.bodies = bodies;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (var other = connection.createStatement()) {
            plant(connection, other);
            other.execute("select setval(pg_get_serial_sequence('audit.record', 'id'),"
                    + " (select coalesce(max(id), 0) + 1 from audit.record), false)");
            other.execute("drop table audit.chained_record");
        }
    }

    private void plant(Connection connection, Statement chain) throws SQLException {
        try (var record = connection.prepareStatement(
                        "insert into audit.record (id, at, body) overriding system value values (?, ?, ?)");
                var pending = connection.prepareStatement("insert into audit.pending values (?, ?)");
                var personal = connection.prepareStatement("insert into audit.personal values (?, ?, ?, ?)");
                var pseudonym = connection.prepareStatement("insert into audit.pseudonym values (?, ?)")) {
            Map<UUID, UUID> pseudonyms = new HashMap<>();
            var hash = new TreeHash();
            chain.setFetchSize(PAGE);
            try (var rows =
                    chain.executeQuery("select number, at, body, hash from audit.chained_record order by number")) {
                for (int row = 1; rows.next(); row++) {
                    long number = rows.getLong("number");
                    var at = rows.getObject("at", OffsetDateTime.class);
                    var old = ChainedBody.read(
                            at.toInstant(),
                            rows.getString("body"),
                            HexFormat.of().formatHex(rows.getBytes("hash")),
                            person -> pseudonyms.computeIfAbsent(person, _ -> UUID.randomUUID()));
                    var body = bodies.seal(old.open(), old.personal());
                    add(record, number, at, body.text());
                    add(pending, number, hash.leaf(body.text().getBytes(StandardCharsets.UTF_8)));
                    for (Sealed one : body.sealed()) {
                        add(personal, number, one.name(), one.salt(), one.value());
                    }
                    if (row % PAGE == 0) {
                        send(record, pending, personal);
                    }
                }
            }
            for (var one : pseudonyms.entrySet()) {
                add(pseudonym, one.getKey(), one.getValue());
            }
            send(record, pending, personal, pseudonym);
        }
    }

    private static void send(PreparedStatement... statements) throws SQLException {
        for (var statement : statements) {
            statement.executeBatch();
        }
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("202611230501");
    }

    @Override
    public String getDescription() {
        return "plant chain";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
