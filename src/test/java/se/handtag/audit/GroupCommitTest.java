package se.handtag.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.PortalClock;
import se.handtag.PortalTest;

/** What may go wrong while a group is written. */
@PortalTest
class GroupCommitTest {
    @Autowired
    AuditLog log;

    @Autowired
    DataSource connections;

    @Autowired
    Tree tree;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PortalClock clock;

    private static AuditEntry entry(UUID subject) {
        return AuditEntry.of(AuditKind.EXPORT).subject("test/" + subject, null).outcome("done");
    }

    private List<AuditRecord> records(UUID subject) {
        return log.find(AuditQuery.ofSubject("test/" + subject), Long.MAX_VALUE, 1_000);
    }

    private void assertWhole() {
        assertThat(log.verify(Verification.Progress.NONE)).isInstanceOf(Verification.Whole.class);
    }

    @Test
    void two_nodes_that_want_to_write_leave_no_gap_and_no_double() throws Exception {
        var subject = UUID.randomUUID();
        var other = new GroupCommit(connections, tree);
        List<Future<?>> work = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (int i = 0; i < 100; i++) {
                work.add(threads.submit(() -> log.appendAlone(entry(subject))));
                work.add(threads.submit(other::run));
            }
        }
        for (var one : work) {
            one.get();
        }
        assertThat(records(subject)).hasSize(100);
        assertThat(records(subject).stream().map(AuditRecord::number).collect(Collectors.toSet()))
                .hasSize(100);
        assertWhole();
    }

    private static final String IN_THE_MIDDLE =
            " from pg_stat_activity where wait_event_type = 'Lock' and wait_event = 'relation' and query like '%audit.node%'";

    @Test
    void a_writer_that_dies_in_the_middle_of_a_group_neither_loses_nor_doubles_a_record() throws Exception {
        var subject = UUID.randomUUID();
        try (var connection = connections.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table audit.node in exclusive mode");
            log.appendAlone(entry(subject));
            log.appendAlone(entry(subject));
            for (int death = 1; death <= 3; death++) {
                await("the writer stands in the middle of its group")
                        .until(() -> database.sql("select count(*)" + IN_THE_MIDDLE)
                                        .query(Long.class)
                                        .single()
                                > 0);
                assertThat(database.sql("select pg_terminate_backend(pid)" + IN_THE_MIDDLE)
                                .query(Boolean.class)
                                .list())
                        .contains(true);
            }
            connection.rollback();
        }
        assertThat(records(subject)).hasSize(2);
        assertWhole();
    }

    @Test
    void what_was_cut_off_before_it_had_its_place_is_completed_at_the_start() {
        var subject = UUID.randomUUID();
        transaction.executeWithoutResult(_ -> log.append(entry(subject)));
        var restarted = new Sequencer(new GroupCommit(connections, tree));
        restarted.start();
        restarted.stop();
        assertThat(database.sql("select count(*) from audit.pending")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(records(subject)).hasSize(1);
    }

    @Test
    void a_clock_that_jumps_changes_no_order() {
        var subject = UUID.randomUUID();
        var now = clock.instant();
        for (int hours : new int[] {0, 48, -96, 24}) {
            clock.pass(Duration.ofHours(hours));
            log.appendAlone(entry(subject).mark("hours", String.valueOf(hours)));
        }
        assertThat(records(subject).reversed())
                .extracting(record -> record.facts().get("hours"))
                .containsExactly("0", "48", "-96", "24");
        var early = new AuditQuery(
                now.minus(Duration.ofHours(60)), now.minus(Duration.ofHours(40)), null, null, "test/" + subject, null);
        assertThat(log.find(early, Long.MAX_VALUE, 10)).hasSize(1);
        assertWhole();
        List<String> lines = new ArrayList<>();
        log.export(early).to(lines::add);
        assertThat(lines).hasSize(2);
    }
}
