package se.handtag.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.PortalTest;
import se.handtag.identity.DoorEvent;
import se.handtag.identity.SamplePeople;

@PortalTest
class AuditLogTest {
    @Autowired
    AuditLog log;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SamplePeople people;

    @Autowired
    ApplicationEventPublisher events;

    private static AuditEntry entry(String outcome) {
        return AuditEntry.of(AuditKind.EXPORT).outcome(outcome);
    }

    private long append() {
        return log.appendAlone(entry("done"));
    }

    /** What the body does is undone: a transaction that is always rolled back. */
    private <T> T undone(Supplier<T> body) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return body.get();
        }));
    }

    @Test
    void an_unaltered_log_is_whole() {
        long number = append();
        assertThat(log.verify()).isEqualTo(new Verification.Whole(number));
    }

    @Test
    void a_record_tells_what_was_put_on_it() {
        UUID device = UUID.randomUUID();
        long number = log.appendAlone(AuditEntry.of(AuditKind.DECISION)
                .by(people.actor("sara"))
                .onBehalfOf("Anna Åkesson")
                .device(device, "iPhone 16 …K7QX")
                .action("wipe")
                .outcome("denied")
                .rules(List.of("a", "b"))
                .fact("app", null)
                .fact("reason", "stulen \u2028 \"i går\""));
        assertThat(log.find(AuditQuery.ofDevice(device), Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.number()).isEqualTo(number);
                    assertThat(record.actor()).isEqualTo("Sara Nyström");
                    assertThat(record.roles()).containsExactly("EMPLOYEE", "IT");
                    assertThat(record.onBehalfOf()).isEqualTo("Anna Åkesson");
                    assertThat(record.sourceAddress()).isEqualTo(SamplePeople.ADDRESS);
                    assertThat(record.rules()).containsExactly("a", "b");
                    assertThat(record.facts()).containsOnlyKeys("reason").containsValue("stulen \u2028 \"i går\"");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.record set body = body",
                "update audit.record set at = now()",
                "delete from audit.record",
                "truncate audit.record",
                "truncate audit.record cascade",
                "set local session_replication_role = replica; delete from audit.record"
            })
    void the_database_itself_refuses(String change) {
        append();
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        _ -> database.sql(change).update()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("The log is append-only");
        assertThat(log.verify()).isInstanceOf(Verification.Whole.class);
    }

    @Test
    void a_superuser_who_alters_any_record_is_found_out() {
        long first = append();
        LongStream.range(0, 4).forEach(_ -> append());
        long altered = first + 2;
        assertThat(tampered(
                        altered, "update audit.record set body = replace(body, 'done', 'gone') where number = :number"))
                .isEqualTo(altered);
        assertThat(tampered(
                        altered, "update audit.record set at = at + interval '1 microsecond' where number = :number"))
                .isEqualTo(altered);
        assertThat(tampered(altered, "update audit.record set hash = sha256(hash) where number = :number"))
                .isEqualTo(altered);
        assertThat(tampered(altered, "delete from audit.record where number = :number"))
                .isEqualTo(altered);
        assertThat(tampered(1, "delete from audit.record where number = :number"))
                .isEqualTo(1);
        assertThat(tampered(altered, """
                        update audit.record one set body = other.body, hash = other.hash, at = other.at
                          from audit.record other
                         where one.number in (:number, :number + 1) and other.number = 2 * :number + 1 - one.number
                        """)).isEqualTo(altered);
        assertThat(log.verify()).isInstanceOf(Verification.Whole.class);
    }

    @Test
    void a_record_that_is_hashed_anew_after_a_change_gives_itself_away_by_the_next() {
        long first = append();
        append();
        assertThat(tampered(first, """
                        update audit.record set body = replace(body, 'done', 'gone'),
                          hash = sha256(coalesce((select hash from audit.record where number = :number - 1),
                            decode(repeat('00', 32), 'hex')) || convert_to(replace(body, 'done', 'gone'), 'UTF8'))
                         where number = :number
                        """)).isEqualTo(first + 1);
    }

    private long tampered(long number, String change) {
        return undone(() -> {
            database.sql("alter table audit.record disable trigger user").update();
            assertThat(database.sql(change).param("number", number).update()).isPositive();
            return log.verify() instanceof Verification.Broken broken ? broken.number() : -1L;
        });
    }

    @Test
    void nothing_is_put_on_record_outside_a_transaction() {
        assertThatThrownBy(() -> log.append(entry("alone"))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void what_is_rolled_back_leaves_no_record_and_no_gap() {
        long before = append();
        long lost = undone(() -> log.append(entry("undone")));
        assertThat(lost).isEqualTo(before + 1);
        assertThat(append()).isEqualTo(before + 1);
        assertThat(log.verify()).isEqualTo(new Verification.Whole(before + 1));
    }

    @Test
    void many_who_write_at_once_leave_no_gap() throws Exception {
        long before = append();
        List<Callable<Long>> writers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            writers.add(this::append);
        }
        List<Long> numbers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var written : threads.invokeAll(writers)) {
                numbers.add(written.get());
            }
        }
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(before + 1, before + 60).boxed().toList());
        assertThat(log.verify()).isEqualTo(new Verification.Whole(before + 60));
    }

    @Test
    void coming_and_going_is_on_record() {
        long before = append();
        var anna = people.actor("anna");
        events.publishEvent(new DoorEvent.PersonSignedIn(anna));
        events.publishEvent(new DoorEvent.AccessRefused(anna, "/audit"));
        events.publishEvent(new DoorEvent.PersonSignedOut(anna));
        events.publishEvent(new DoorEvent.SignInRefused("access_denied", SamplePeople.ADDRESS));
        assertThat(log.find(AuditQuery.EVERYTHING, Long.MAX_VALUE, 4).reversed())
                .allSatisfy(record -> assertThat(record.number()).isGreaterThan(before))
                .extracting(AuditRecord::kind)
                .containsExactly(
                        AuditKind.SIGN_IN, AuditKind.REFUSED_ACCESS, AuditKind.SIGN_OUT, AuditKind.REFUSED_ACCESS);
    }

    @Test
    void who_cannot_be_recorded_is_not_let_in() {
        assertThatThrownBy(() -> undone(() -> {
                    database.sql("alter table audit.record add constraint full_up check (false) not valid")
                            .update();
                    events.publishEvent(new DoorEvent.PersonSignedIn(people.actor("anna")));
                    return true;
                }))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void an_export_holds_every_record_of_the_query_oldest_first() {
        UUID device = UUID.randomUUID();
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            numbers.add(log.appendAlone(entry("done").device(device, "iPhone")));
        }
        List<String> lines = new ArrayList<>();
        log.export(AuditQuery.ofDevice(device), lines::add);
        assertThat(lines).hasSize(3).allMatch(line -> line.contains(device.toString()));
        for (int i = 0; i < 3; i++) {
            assertThat(lines.get(i)).contains("\"number\":" + numbers.get(i));
        }
    }
}
