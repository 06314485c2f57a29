package se.handtag.audit;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.identity.Actor;
import se.handtag.identity.DirectoryClaims;
import se.handtag.identity.Person;
import se.handtag.identity.PersonId;

/** The log as it runs on a node, with its writer, its checkpoints and its settings, and nothing of the other rooms. */
public final class Appending implements AutoCloseable {
    private static final Actor ANNA = new Actor(
            new Person(
                    new PersonId(UUID.fromString("0b9e2f1c-5f36-4c50-9d0e-3c0f0a6d2f11")),
                    "anna",
                    "Anna Åkesson",
                    "anna",
                    new DirectoryClaims(null, null, null, "anna.akesson@fjallrav.example", null),
                    null,
                    Set.of(),
                    null),
            "192.0.2.17");
    private static final UUID DEVICE = UUID.fromString("19eefc94-c6ca-4215-9ac4-c366a4136e1a");

    private final ConfigurableApplicationContext node;
    private final AuditLog log;
    private final TransactionTemplate transaction;

    /** Not found by whoever looks for components beside these classes. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    @Import({
        AuditLog.class,
        Entries.class,
        RecordBody.class,
        Pseudonyms.class,
        Sequencer.class,
        GroupCommit.class,
        Tree.class,
        LogReader.class,
        Checkpoints.class,
        CheckpointStore.class,
        CheckpointClock.class,
        Receipts.class,
        PlantChain.class
    })
    static class Room {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    /**
     * @param database an empty one, with user and password
     * @param folder for keys and checkpoints
     */
    public Appending(String database, Path folder) {
        node = new SpringApplicationBuilder(Room.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=" + database,
                        "--handtag.audit.keys=" + folder.resolve("keys"),
                        "--handtag.audit.checkpoints.folder=" + folder.resolve("checkpoints"),
                        "--spring.jmx.enabled=false",
                        "--logging.level.root=warn");
        log = node.getBean(AuditLog.class);
        transaction = node.getBean(TransactionTemplate.class);
    }

    /** As whoever sends a command does it: a record in a transaction of theirs, and on only when it is on disk in the tree. */
    public void append() {
        UUID command = UUID.randomUUID();
        var entry = AuditEntry.of(AuditKind.INTENT)
                .by(ANNA)
                .device(DEVICE, "iPhone 16 …K7QX")
                .action("lock")
                .outcome("allowed")
                .rules(List.of("own-device-lock"))
                .command(command)
                .step("command/" + command + "/intent/1")
                .mark("rulesVersion", "rules 17");
        log.awaitDurable(Objects.requireNonNull(transaction.execute(_ -> log.appendAwaited(entry))));
    }

    /** @throws IllegalStateException when the log is not whole */
    public void check() {
        if (!(log.verify(Verification.Progress.NONE) instanceof Verification.Whole)) {
            throw new IllegalStateException("The log is broken");
        }
    }

    @Override
    public void close() {
        node.close();
    }
}
