package se.handtag.trial.mdm.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.trial.mdm.wire.Answer;

/** The schema {@code trial_mdm} of one database. One process at a time owns it. */
public final class Store implements AutoCloseable {
    private static final String SCHEMA = "trial_mdm";
    private static final int REMEMBERED_ANSWERS = 2_000;
    private static final int LARGEST_REMEMBERED = 32 * 1024;

    private final HikariDataSource pool;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    /** Answers since the last change; replaced, not cleared, so that a slow reader cannot put a stale one into it. */
    private volatile ConcurrentHashMap<String, Answer.Whole> answers = new ConcurrentHashMap<>();

    private Store(HikariDataSource pool) {
        this.pool = pool;
        this.jdbc = JdbcClient.create(pool);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    /** Brings the schema up to date and connects. */
    public static Store open(String url, String username, String password) {
        Flyway.configure()
                .dataSource(url, username, password)
                .schemas(SCHEMA)
                .locations("classpath:db/trial/mdm")
                .load()
                .migrate();
        var settings = new HikariConfig();
        settings.setPoolName("trial-mdm");
        settings.setJdbcUrl(url);
        settings.setUsername(username);
        settings.setPassword(password);
        settings.setSchema(SCHEMA);
        settings.setMaximumPoolSize(10);
        settings.setMinimumIdle(1);
        settings.setConnectionTimeout(5_000);
        return new Store(new HikariDataSource(settings));
    }

    /** A statement with the values of its {@code ?}, inside or outside of {@link #change}. */
    public JdbcClient.StatementSpec sql(String sql, @Nullable Object... parameters) {
        return jdbc.sql(sql).params(Arrays.asList(parameters));
    }

    /** The first column of all rows; for columns that are never null. */
    public <T> List<T> column(Class<T> type, String sql, @Nullable Object... parameters) {
        return sql(sql, parameters)
                .query((row, _) -> Objects.requireNonNull(row.getObject(1, type)))
                .list();
    }

    /** Runs in one transaction; what is thrown undoes all. */
    public <T> T change(Supplier<T> work) {
        try {
            return look(work);
        } finally {
            answers = new ConcurrentHashMap<>();
        }
    }

    /** Runs in one transaction that changes nothing a reader of the API could see. */
    public <T> T look(Supplier<T> work) {
        T result = transactions.execute(_ -> work.get());
        return Objects.requireNonNull(result);
    }

    /** Work on a connection itself. */
    interface ConnectionWork {
        void on(Connection connection) throws SQLException;
    }

    /** Runs in one transaction on a connection itself, for what {@link #sql} cannot do. */
    void alone(ConnectionWork work) {
        try (Connection connection = connection()) {
            connection.setAutoCommit(false);
            try {
                work.on(connection);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                answers = new ConcurrentHashMap<>();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The trial MDM's database refused.", failed);
        }
    }

    /** A connection of one's own, to be closed; rows come in portions once auto-commit is off. */
    Connection connection() throws SQLException {
        return pool.getConnection();
    }

    /**
     * The answer to a read, computed once until something changes. The world stands still between two changes, and
     * whoever measures a portal should measure the portal.
     */
    public Answer remembered(String question, Supplier<Answer> compute) {
        ConcurrentHashMap<String, Answer.Whole> current = answers;
        Answer.Whole known = current.get(question);
        if (known != null) {
            return known;
        }
        Answer answer = compute.get();
        if (answer instanceof Answer.Whole whole
                && whole.body().length <= LARGEST_REMEMBERED
                && current.size() < REMEMBERED_ANSWERS) {
            current.put(question, whole);
        }
        return answer;
    }

    /** One row as a JSON object; null when there is none. */
    public byte @Nullable [] object(String sql, List<?> parameters) {
        return Rows.object(this, sql, parameters);
    }

    /** All rows as a JSON array, streamed when they are many. */
    public Answer array(String sql, List<?> parameters) {
        return Rows.array(this, sql, parameters);
    }

    @Override
    public void close() {
        pool.close();
    }
}
