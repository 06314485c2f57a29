package se.handtag.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLException;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
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
    AnonymousRefusals refusals;

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

    /** The number of a new record. */
    private long append() {
        log.appendAlone(entry("done"));
        return newest();
    }

    private long newest() {
        return log.find(AuditQuery.EVERYTHING, Long.MAX_VALUE, 1).getFirst().number();
    }

    private Verification verify() {
        return log.verify(Verification.Progress.NONE);
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
        assertThat(verify())
                .isInstanceOfSatisfying(
                        Verification.Whole.class,
                        whole -> assertThat(whole.records()).isEqualTo(number));
    }

    @Test
    void a_check_of_a_long_log_says_how_far_it_is() {
        transaction.executeWithoutResult(_ -> {
            for (int i = 0; i <= LogReader.PAGE; i++) {
                log.append(AuditEntry.of(AuditKind.LOOK).outcome("done"));
            }
        });
        List<Long> done = new ArrayList<>();
        Set<Long> all = new HashSet<>();
        assertThat(log.verify((at, of) -> {
                    done.add(at);
                    all.add(of);
                }))
                .isInstanceOf(Verification.Whole.class);
        assertThat(done).hasSizeGreaterThan(1).isSorted().doesNotHaveDuplicates();
        assertThat(all).containsExactly(done.getLast());
    }

    @Test
    void a_record_tells_what_was_put_on_it() {
        UUID device = UUID.randomUUID();
        log.appendAlone(AuditEntry.of(AuditKind.DECISION)
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
                    assertThat(record.actor()).isEqualTo("Sara Nyström");
                    assertThat(record.roles()).containsExactly("EMPLOYEE", "IT");
                    assertThat(record.onBehalfOf()).isEqualTo("Anna Åkesson");
                    assertThat(record.sourceAddress()).isEqualTo(SamplePeople.ADDRESS);
                    assertThat(record.rules()).containsExactly("a", "b");
                    assertThat(record.facts()).containsOnlyKeys("reason").containsValue("stulen \u2028 \"i går\"");
                });
    }

    static Stream<String> changes() {
        return Stream.of("record", "leaf", "node", "checkpoint")
                .flatMap(table -> Stream.of(
                                "update audit.%s set " + (table.equals("checkpoint") ? "note = note" : "hash = hash"),
                                "delete from audit.%s",
                                "truncate audit.%s cascade",
                                "set local session_replication_role = replica; delete from audit.%s")
                        .map(change -> change.replace("record set hash = hash", "record set at = at")
                                .formatted(table)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void the_database_itself_refuses(String change) {
        append();
        append();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    status.setRollbackOnly();
                    database.sql("insert into audit.checkpoint values (1, now(), '')")
                            .update();
                    database.sql(change.replace("audit.record set hash = hash", "audit.record set at = at"))
                            .update();
                }))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("The log is append-only");
        assertThat(verify()).isInstanceOf(Verification.Whole.class);
    }

    @Test
    void nothing_is_put_on_record_outside_a_transaction() {
        assertThatThrownBy(() -> log.append(entry("alone"))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void whoever_collects_events_elsewhere_gets_each_record_without_names_once_it_stands() {
        var records = (ch.qos.logback.classic.Logger) LoggerFactory.getLogger("handtag.records");
        var collected = new ListAppender<ILoggingEvent>();
        collected.start();
        records.addAppender(collected);
        records.setLevel(Level.DEBUG);
        try {
            undone(() -> log.append(entry("undone")));
            log.appendAlone(entry("stands")
                    .subject("device/17", "Annas iPhone")
                    .fact("reason", "Anna said so")
                    .mark("times", "3"));
        } finally {
            records.detachAppender(collected);
            records.setLevel(null);
        }
        assertThat(collected.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage())
                        .contains("stands", "device/17", "times=3")
                        .doesNotContain("Anna"));
    }

    @Test
    void what_is_rolled_back_leaves_no_record_and_no_gap() {
        long before = append();
        EntryId undone = undone(() -> log.append(entry("undone")));
        assertThatThrownBy(() -> log.awaitDurable(undone)).isInstanceOf(DataAccessException.class);
        assertThat(append()).isEqualTo(before + 1);
    }

    @Test
    void the_same_step_is_recorded_once() {
        var step = entry("done").step("test/" + UUID.randomUUID());
        long before = append();
        EntryId first = log.appendAlone(step);
        assertThat(log.appendAlone(step.outcome("again"))).isEqualTo(first);
        assertThat(append()).isEqualTo(before + 2);
    }

    @Test
    void an_entry_that_was_awaited_has_its_place() {
        EntryId entry = Objects.requireNonNull(transaction.execute(_ -> log.appendAwaited(entry("awaited"))));
        log.awaitDurable(entry);
        assertThat(database.sql("select count(*) from audit.leaf where record = :id")
                        .param("id", entry.value())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void an_entry_that_was_lost_is_not_durable_because_another_got_its_number() {
        EntryId other = log.appendAlone(entry("other"));
        log.awaitDurable(other);
        var lost = new EntryId(other.value(), "00".repeat(32));
        assertThatThrownBy(() -> log.awaitDurable(lost)).isInstanceOf(DataAccessException.class);
    }

    @Test
    void inside_a_transaction_nothing_is_durable() {
        assertThatThrownBy(() -> undone(() -> {
                    log.awaitDurable(log.append(entry("early")));
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void many_who_write_at_once_leave_no_gap() throws Exception {
        long before = append();
        List<Callable<EntryId>> writers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            writers.add(() -> log.appendAlone(entry("done")));
        }
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var written : threads.invokeAll(writers)) {
                log.awaitDurable(written.get());
            }
        }
        assertThat(newest()).isEqualTo(before + 60);
        assertThat(verify()).isInstanceOf(Verification.Whole.class);
    }

    @Test
    void names_and_texts_are_not_in_what_is_hashed_and_can_be_erased() {
        UUID device = UUID.randomUUID();
        var sara = people.actor("sara");
        log.appendAlone(AuditEntry.of(AuditKind.LOOK)
                .by(sara)
                .onBehalfOf("Anna Åkesson")
                .device(device, "iPhone …K7QX")
                .fact("text", "Annas lur"));
        var record = log.find(AuditQuery.ofDevice(device), Long.MAX_VALUE, 1).getFirst();
        String body = database.sql("select body from audit.record where subject = :subject")
                .param("subject", "device/" + device)
                .query(String.class)
                .single();
        assertThat(body)
                .doesNotContain(
                        "Sara",
                        "Anna",
                        "K7QX",
                        "lur",
                        SamplePeople.ADDRESS,
                        sara.person().id().toString())
                .contains(Objects.requireNonNull(record.actorId()).toString());

        undone(() -> database.sql("delete from audit.personal where record ="
                                        + " (select id from audit.record where subject = :subject)")
                                .param("subject", "device/" + device)
                                .update()
                        > 0
                && assertErased(device, record));
    }

    private boolean assertErased(UUID device, AuditRecord before) {
        var erased = log.find(AuditQuery.ofDevice(device), Long.MAX_VALUE, 1).getFirst();
        assertThat(erased.actor()).isNull();
        assertThat(erased.facts()).isEmpty();
        assertThat(erased.hash()).isEqualTo(before.hash());
        assertThat(verify()).isInstanceOf(Verification.Whole.class);
        return true;
    }

    @Test
    void a_record_is_found_by_the_whole_id_of_what_it_is_about_and_by_how_it_ended() {
        UUID device = UUID.randomUUID();
        UUID request = UUID.randomUUID();
        UUID command = UUID.randomUUID();
        var outcome = "ended like " + device;
        log.appendAlone(entry(outcome).device(device, "iPhone").request(request).command(command));
        log.appendAlone(
                AuditEntry.of(AuditKind.DATA).subject("tag/4711", "Somewhere").action("tagging"));
        for (var id : List.of(device, request, command)) {
            assertThat(found(id.toString().toUpperCase(Locale.ROOT)))
                    .as(id.toString())
                    .singleElement()
                    .satisfies(record -> assertThat(record.outcome()).isEqualTo(outcome));
        }
        assertThat(found(outcome)).hasSize(1);
        assertThat(found("tag/4711"))
                .isNotEmpty()
                .allSatisfy(record -> assertThat(record.action()).isEqualTo("tagging"));
        assertThat(found("Tagging")).isNotEmpty();
        assertThat(found(UUID.randomUUID().toString())).isEmpty();
    }

    @Test
    void a_search_that_takes_too_long_is_given_up() {
        undone(() -> {
            database.sql("lock table audit.personal in access exclusive mode").update();
            assertThatThrownBy(() -> elsewhere(() -> found("nobody at all")))
                    .hasRootCauseInstanceOf(PSQLException.class)
                    .cause()
                    .isInstanceOf(QueryTimeoutException.class);
            return true;
        });
    }

    private static <T> T elsewhere(Callable<T> work) throws Exception {
        try (var other = Executors.newSingleThreadExecutor()) {
            return other.submit(work).get();
        }
    }

    private List<AuditRecord> found(String text) {
        return log.find(new AuditQuery(null, null, null, text, null, null), Long.MAX_VALUE, 10);
    }

    @Test
    void coming_and_going_is_on_record() {
        long before = append();
        var anna = people.actor("anna");
        events.publishEvent(new DoorEvent.PersonSignedIn(anna));
        events.publishEvent(new DoorEvent.AccessRefused(anna, "/audit"));
        events.publishEvent(new DoorEvent.PersonSignedOut(anna));
        events.publishEvent(new DoorEvent.SignInRefused("access_denied", SamplePeople.ADDRESS));
        events.publishEvent(new DoorEvent.SignInRefused("access_denied", "192.0.2.99"));
        refusals.record();
        assertThat(log.find(AuditQuery.EVERYTHING, Long.MAX_VALUE, 1).getFirst().facts())
                .containsEntry("times", "2")
                .containsEntry("reason", "access_denied")
                .containsEntry("sourceAddress", SamplePeople.ADDRESS + ", 192.0.2.99");
        assertThat(log.find(AuditQuery.EVERYTHING, Long.MAX_VALUE, 4).reversed())
                .allSatisfy(record -> assertThat(record.number()).isGreaterThan(before))
                .extracting(AuditRecord::kind)
                .containsExactly(
                        AuditKind.SIGN_IN, AuditKind.REFUSED_ACCESS, AuditKind.SIGN_OUT, AuditKind.REFUSED_ACCESS);
    }

    @Test
    void refusals_that_could_not_be_recorded_are_counted_on() {
        refusals.record();
        refusals.count("access_denied", "192.0.2.1");
        undone(() -> {
            database.sql("alter table audit.record add constraint full_up check (false) not valid")
                    .update();
            refusals.record();
            return true;
        });
        refusals.count("access_denied", "192.0.2.2");
        refusals.record();
        assertThat(log.find(AuditQuery.EVERYTHING, Long.MAX_VALUE, 1).getFirst().facts())
                .containsEntry("times", "2")
                .containsEntry("sourceAddress", "192.0.2.1, 192.0.2.2");
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
        for (int i = 0; i < 3; i++) {
            log.appendAlone(entry("done").device(device, "iPhone").mark("turn", "turn " + i));
        }
        List<String> lines = new ArrayList<>();
        log.export(AuditQuery.ofDevice(device)).to(lines::add);
        assertThat(lines).hasSize(4);
        for (int i = 0; i < 3; i++) {
            assertThat(lines.get(i + 1)).contains("turn " + i, device.toString());
        }
    }
}
