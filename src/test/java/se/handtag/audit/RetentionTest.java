package se.handtag.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.PortalClock;
import se.handtag.PortalTest;
import se.handtag.identity.SamplePeople;

/** How long names are kept beside the log, by kind of record. */
@PortalTest
class RetentionTest {
    private final UUID device = UUID.randomUUID();

    @Autowired
    AuditLog log;

    @Autowired
    Pseudonyms pseudonyms;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SamplePeople people;

    @Autowired
    PortalClock clock;

    @Autowired
    NamesElsewhere elsewhere;

    @Test
    void names_go_when_the_time_of_their_kind_is_over_and_the_record_stays() {
        append(AuditKind.HOLD);
        append(AuditKind.LOOK);
        var before = records();
        clock.pass(Duration.ofDays(31));
        append(AuditKind.HOLD);
        assertThat(records()).as("all in their place").hasSize(3);
        // Undone, since the others of these tests share the log.
        transaction.executeWithoutResult(status -> {
            keeping(Map.of("hold", Duration.ofDays(30))).eraseByAge();
            assertThat(records())
                    .extracting(AuditRecord::kind, AuditRecord::actor)
                    .containsExactly(
                            tuple(AuditKind.HOLD, "Sara Nyström"),
                            tuple(AuditKind.LOOK, "Sara Nyström"),
                            tuple(AuditKind.HOLD, null));
            assertThat(records().getLast().hash()).isEqualTo(before.getLast().hash());
            assertThat(database.sql("select body from audit.record order by id desc limit 1")
                            .query(String.class)
                            .single())
                    .as("that it was done is on record")
                    .contains("\"LOG\"", "erased", "HOLD");
            status.setRollbackOnly();
        });
    }

    @Test
    void a_pseudonym_that_another_node_has_erased_is_in_no_record_that_is_written_after() {
        append(AuditKind.LOOK);
        UUID erased = pseudonyms.find(sara()).orElseThrow();
        database.sql("delete from audit.pseudonym where pseudonym = :erased")
                .param("erased", erased)
                .update();
        append(AuditKind.LOOK);
        assertThat(pseudonyms.find(sara()))
                .hasValueSatisfying(given -> assertThat(given)
                        .isNotEqualTo(erased)
                        .isEqualTo(records().getFirst().actorId()));
        assertThat(records()).hasSize(2);
    }

    private UUID sara() {
        return people.person("sara").id().value();
    }

    private void append(AuditKind kind) {
        log.appendAlone(AuditEntry.of(kind).by(people.actor("sara")).device(device, "iPhone …K7QX"));
    }

    /** The newest first. */
    private List<AuditRecord> records() {
        return log.find(AuditQuery.ofDevice(device), Long.MAX_VALUE, 10);
    }

    private Erasure keeping(Map<String, Duration> retention) {
        var checkpoints = new AuditSettings.Checkpoints(null, null, null, null, Duration.ofMinutes(1), 500, 50_000);
        return new Erasure(
                database,
                pseudonyms,
                log,
                new AuditSettings("test", null, checkpoints, null, null, retention),
                elsewhere,
                clock);
    }
}
