package se.handtag.trial.mdm;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests of this package, with a database for whoever asks. */
final class Databases {
    private static final String COMPANY = "trial/mdm/company";
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Databases() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Settings of a server that stands still, on a new database, with the tests' company. */
    static TrialMdmSettings fresh() {
        String name = "mdm" + COUNT.incrementAndGet();
        run("create database " + name);
        return settings(name);
    }

    private static TrialMdmSettings settings(String name) {
        return TrialMdmSettings.of(SERVER.getJdbcUrl("postgres", name), "postgres", "")
                .withCompany(COMPANY)
                .withSpeed(0);
    }

    private static void run(String sql) {
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
