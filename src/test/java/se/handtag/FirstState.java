package se.handtag;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database as the first migrations of all rooms left it, with what people had in it, taken forward to the newest; and the
 * parts of the rooms that read it today. Made once for all tests of a JVM.
 */
public final class FirstState {
    private static final String FIRST = "202611220800";
    private static final AnnotationConfigApplicationContext READERS = start();

    private FirstState() {}

    /** The part of a room that reads and writes its rows. */
    public static <T> T reader(Class<T> part) {
        return READERS.getBean(part);
    }

    /** It is named at the start, and no component that other tests' portals would find. */
    @Import(JacksonAutoConfiguration.class)
    @ComponentScan(
            useDefaultFilters = false,
            nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
            includeFilters = {
                @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = JavaMigration.class),
                @Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "se\\.handtag\\.identity\\.Persons",
                            "se\\.handtag\\.audit\\.(RecordBody|LogReader|Tree|GroupCommit)",
                            "se\\.handtag\\.devices\\.Pictures",
                            "se\\.handtag\\.policy\\.(Action|Subject)Json",
                            "se\\.handtag\\.commands\\.CommandStore",
                            "se\\.handtag\\.requests\\.(RequestStore|RequestRows|DecisionStore)",
                            "se\\.handtag\\.recovery\\.LostReportStore",
                            "se\\.handtag\\.notifications\\.Messages"
                        })
            })
    static class Readers {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        JdbcClient queries(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        DataSource database(JavaMigration... inCode) {
            try {
                var database = EmbeddedPostgres.builder().start().getPostgresDatabase();
                migrate(database, inCode, FIRST);
                try (var connection = database.getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute(new ClassPathResource("db/first-state.sql").getContentAsString(UTF_8));
                }
                migrate(database, inCode, "latest");
                return database;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        private static void migrate(DataSource database, JavaMigration[] inCode, String target) {
            Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:db/migration")
                    .defaultSchema("handtag")
                    .createSchemas(true)
                    .javaMigrations(inCode)
                    .placeholders(Map.of("run-account", ""))
                    .target(target)
                    .load()
                    .migrate();
        }
    }

    private static AnnotationConfigApplicationContext start() {
        return new AnnotationConfigApplicationContext(Readers.class);
    }
}
