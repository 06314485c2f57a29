package se.handtag.trial.mdm.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import se.handtag.trial.mdm.wire.Answer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The rows of one query as JSON; each column's label is the field's name. */
final class Rows implements Answer.Content {
    private static final int AT_ONCE = 64 * 1024;
    private static final int PORTION = 1_000;

    private final Connection connection;
    private final ResultSet rows;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(1024);
    private final Columns columns;
    private boolean first = true;

    private Rows(Connection connection, ResultSet rows) throws SQLException {
        this.connection = connection;
        this.rows = rows;
        this.columns = new Columns(rows.getMetaData());
    }

    static byte @Nullable [] object(Store store, String sql, List<?> parameters) {
        try (Connection connection = store.connection();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                return null;
            }
            var bytes = new ByteArrayOutputStream(512);
            try (JsonGenerator json = JsonMapper.shared().createGenerator(bytes)) {
                new Columns(rows.getMetaData()).write(rows, json);
            }
            return bytes.toByteArray();
        } catch (SQLException failed) {
            throw translated(sql, failed);
        }
    }

    static Answer array(Store store, String sql, List<?> parameters) {
        Rows rows = open(store, sql, parameters);
        boolean handedOver = false;
        try {
            rows.buffer.write('[');
            if (rows.fill()) {
                handedOver = true;
                return Answer.streamed(rows);
            }
            rows.buffer.write(']');
            return Answer.json(rows.buffer.toByteArray());
        } catch (SQLException failed) {
            throw translated(sql, failed);
        } finally {
            if (!handedOver) {
                rows.close();
            }
        }
    }

    @SuppressWarnings("MustBeClosedChecker")
    private static Rows open(Store store, String sql, List<?> parameters) {
        Connection connection = null;
        try {
            connection = store.connection();
            connection.setAutoCommit(false);
            PreparedStatement statement = prepare(connection, sql, parameters);
            statement.setFetchSize(PORTION);
            return new Rows(connection, statement.executeQuery());
        } catch (SQLException failed) {
            giveBack(connection);
            throw translated(sql, failed);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, List<?> parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
        return statement;
    }

    /** Writes rows into the buffer until it is full (true) or there are no more (false). */
    private boolean fill() throws SQLException {
        while (rows.next()) {
            if (!first) {
                buffer.write(',');
            }
            first = false;
            try (JsonGenerator json = JsonMapper.shared().createGenerator(buffer)) {
                columns.write(rows, json);
            }
            if (buffer.size() >= AT_ONCE) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try {
            boolean more = true;
            while (more) {
                buffer.writeTo(out);
                buffer.reset();
                more = fill();
            }
            buffer.write(']');
            buffer.writeTo(out);
        } catch (SQLException failed) {
            throw new IOException("the database failed in the middle of an answer", failed);
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        giveBack(connection);
    }

    private static void giveBack(@Nullable Connection connection) {
        if (connection == null) {
            return;
        }
        try (connection) {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw translated("giving a connection back", failed);
        }
    }

    private static RuntimeException translated(String task, SQLException failed) {
        var translated = new SQLExceptionSubclassTranslator().translate("reading", task, failed);
        return translated != null ? translated : new IllegalStateException(failed);
    }

    /** Labels and types of a result, looked up once. */
    private static final class Columns {
        private final String[] names;
        private final int[] types;

        Columns(ResultSetMetaData about) throws SQLException {
            names = new String[about.getColumnCount()];
            types = new int[names.length];
            for (int i = 0; i < names.length; i++) {
                names[i] = about.getColumnLabel(i + 1);
                types[i] = about.getColumnType(i + 1);
            }
        }

        void write(ResultSet row, JsonGenerator json) throws SQLException {
            json.writeStartObject();
            for (int i = 0; i < names.length; i++) {
                json.writeName(names[i]);
                write(row, i + 1, types[i], json);
            }
            json.writeEndObject();
        }

        private static void write(ResultSet row, int column, int type, JsonGenerator json) throws SQLException {
            switch (type) {
                case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> {
                    long number = row.getLong(column);
                    if (row.wasNull()) {
                        json.writeNull();
                    } else {
                        json.writeNumber(number);
                    }
                }
                case Types.BIT, Types.BOOLEAN -> json.writeBoolean(row.getBoolean(column));
                case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> {
                    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
                    json.writeString(
                            time == null
                                    ? null
                                    : time.toInstant()
                                            .truncatedTo(ChronoUnit.MILLIS)
                                            .toString());
                }
                default -> json.writeString(row.getString(column));
            }
        }
    }
}
