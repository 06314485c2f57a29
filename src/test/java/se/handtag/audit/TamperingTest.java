package se.handtag.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.PortalTest;
import se.handtag.identity.SamplePeople;

/** Somebody who owns the database, and switches its own guards off, alters the log. */
@PortalTest
class TamperingTest {
    @Autowired
    AuditLog log;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SamplePeople people;

    private long altered;

    @BeforeEach
    void some_records() {
        for (int i = 0; i < 5; i++) {
            log.appendAlone(AuditEntry.of(AuditKind.DECISION)
                    .by(people.actor("anna"))
                    .device(UUID.randomUUID(), "iPhone")
                    .outcome("done"));
        }
        altered = log.find(AuditQuery.EVERYTHING, Long.MAX_VALUE, 5).get(2).number();
    }

    private Verification after(String change) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            for (String table : new String[] {"record", "leaf", "node", "checkpoint"}) {
                database.sql("alter table audit." + table + " disable trigger user")
                        .update();
            }
            assertThat(database.sql(change.replace(":n", String.valueOf(altered))
                                    .replace(
                                            ":record",
                                            "(select record from audit.leaf where number = " + altered + ")"))
                            .update())
                    .isPositive();
            return log.verify(Verification.Progress.NONE);
        }));
    }

    private void finds(Fault fault, long number, String change) {
        assertThat(after(change)).isEqualTo(new Verification.Broken(number, fault));
        assertThat(log.verify(Verification.Progress.NONE)).isInstanceOf(Verification.Whole.class);
    }

    @Test
    void a_changed_text() {
        finds(
                Fault.CHANGED,
                altered,
                "update audit.record set body = replace(body, 'done', 'gone') where id = :record");
    }

    @Test
    void a_changed_hash() {
        finds(Fault.CHANGED, altered, "update audit.leaf set hash = sha256(hash) where number = :n");
    }

    @Test
    void a_changed_time() {
        finds(
                Fault.OTHER_TIME,
                altered,
                "update audit.record set at = at + interval '1 microsecond' where id = :record");
    }

    @Test
    void a_changed_name() {
        finds(
                Fault.OTHER_NAMES,
                altered,
                "update audit.personal set value = 'Bo Lind' where record = :record and name = 'actor'");
    }

    @Test
    void a_name_that_was_not_there() {
        finds(Fault.OTHER_NAMES, altered, "insert into audit.personal values (:record, 'fact.reason', '', 'stolen')");
    }

    @Test
    void a_record_that_is_gone() {
        finds(Fault.MISSING, altered, "delete from audit.record where id = :record");
    }

    @Test
    void a_leaf_that_is_gone() {
        finds(Fault.MISSING, altered, "delete from audit.leaf where number = :n");
    }

    @Test
    void the_first_leaf_that_is_gone() {
        finds(Fault.MISSING, 1, "delete from audit.leaf where number = 1");
    }

    @Test
    void two_leaves_in_each_others_place() {
        finds(Fault.TREE, altered % 2 == 1 ? altered : altered - 1, """
                update audit.leaf one set hash = other.hash, record = -other.record
                  from audit.leaf other
                 where one.number in (:n, :n + 1) and other.number = 2 * :n + 1 - one.number;
                update audit.leaf set record = -record where record < 0
                """);
    }

    @Test
    void a_record_that_is_hashed_anew_after_a_change() {
        long pair = (altered - 1) / 2 * 2 + 1;
        finds(Fault.TREE, pair, """
                update audit.record set body = replace(body, 'done', 'gone') where id = :record;
                update audit.leaf set hash = sha256('\\x00'::bytea || convert_to(
                  (select body from audit.record where id = record), 'UTF8')) where number = :n
                """);
    }

    @Test
    void a_changed_node() {
        finds(Fault.TREE, 1, "update audit.node set hash = sha256(hash) where level = 1 and index = 0");
    }
}
