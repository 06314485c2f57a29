package se.handtag.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNAS_IPHONE;
import static se.handtag.PortalDevices.ANNAS_MACBOOK;
import static se.handtag.PortalDevices.BOS_IPHONE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.Erased;
import se.handtag.PortalClock;
import se.handtag.PortalTest;
import se.handtag.identity.NameSweeps;
import se.handtag.identity.NamesKept;
import se.handtag.identity.SamplePeople;
import se.handtag.policy.Action;
import se.handtag.recovery.LostEndings;
import se.handtag.recovery.LostReport;
import se.handtag.recovery.LostReports;
import se.handtag.requests.Approvals;
import se.handtag.requests.Desk;
import se.handtag.requests.RequestId;

/** How long names are kept in what has ended. */
@PortalTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class NamesByAgeTest {
    @Autowired
    ObjectProvider<NamesKept> rooms;

    @Autowired
    NameSweeps sweeps;

    @Autowired
    AuditLog log;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    PortalClock clock;

    @Autowired
    SamplePeople people;

    @Autowired
    Desk desk;

    @Autowired
    Approvals approvals;

    @Autowired
    LostReports lost;

    @Autowired
    LostEndings endings;

    @Test
    void what_has_ended_loses_its_names_in_time_a_few_at_a_time_and_each_time_is_on_record() {
        RequestId asked = desk.asksAndWaits("anna", new Action.ClearPasscode(), ANNAS_IPHONE);
        approvals.approve(people.actor("bo"), asked, "she is right");
        desk.orders("bo", new Action.Message("call me"), BOS_IPHONE);
        desk.orders("bo", new Action.Message("again"), BOS_IPHONE);
        lost.report(people.actor("bo"), BOS_IPHONE);
        endings.end(people.actor("sara"), BOS_IPHONE, LostReport.Ending.FOUND);
        waitFor(() -> count("commands.command where state in ('HELD', 'DUE', 'SENDING', 'UNKNOWN')") == 0);
        assertThat(count("requests.request where reason = 'because'")).isEqualTo(3);
        clock.pass(Duration.ofDays(35));
        RequestId waits = desk.asksAndWaits("anna", new Action.Wipe(), ANNAS_MACBOOK);
        database.sql("update requests.request set asked_at = asked_at - interval '35 days' where id = :id")
                .param("id", waits.value())
                .update();
        var before = done();

        elsewhere(Map.of("look", Duration.ofDays(1))).eraseByAge();
        assertThat(done()).as("only what all kinds are kept for counts here").isEqualTo(before);

        elsewhere(Map.of()).eraseBefore(clock.instant().minus(Duration.ofDays(30)), 1);

        assertThat(database.sql("select distinct by_name || coalesce(reason, '') from requests.request where id <> :id")
                        .param("id", waits.value())
                        .query(String.class)
                        .list())
                .containsExactly(Erased.NAME + Erased.TEXT);
        assertThat(database.sql("select by_name from requests.request where id = :id")
                        .param("id", waits.value())
                        .query(String.class)
                        .single())
                .as("what still waits")
                .isEqualTo("Anna Åkesson");
        for (String none : List.of(
                "requests.decision where by_name <> '" + Erased.NAME + "' or comment <> '" + Erased.TEXT + "'",
                "commands.command where by_name <> '" + Erased.NAME + "'",
                "commands.command where payload ->> 'text' in ('call me', 'again')",
                "recovery.lost_report where by_name <> '" + Erased.NAME + "' or closed_by_name <> '" + Erased.NAME
                        + "'",
                "requests.request where state <> 'WAITING' and (line::text like '%@%' or approvers::text like '%@%')",
                "notifications.message where about = 'Bo Lind'")) {
            assertThat(count(none)).as(none).isZero();
        }
        var cleared = new TreeMap<String, Integer>();
        done().stream()
                .limit(done().size() - before.size())
                .forEach(record -> record.facts()
                        .forEach((kind, times) -> cleared.merge(kind, Integer.valueOf(times), Integer::sum)));
        assertThat(cleared)
                .containsEntry("requests.requests", 3)
                .containsEntry("requests.decisions", 1)
                .containsEntry("recovery.lost-reports", 1)
                .containsKeys("commands.commands", "notifications.messages");
        var after = done();
        elsewhere(Map.of()).eraseBefore(clock.instant().minus(Duration.ofDays(30)), 500);
        assertThat(done()).as("nothing is cleared twice").isEqualTo(after);
    }

    @Test
    void nothing_goes_by_itself_unless_it_is_set() {
        desk.orders("bo", new Action.Message("call me"), BOS_IPHONE);
        waitFor(() -> count("commands.command where state in ('DUE', 'SENDING')") == 0);
        clock.pass(Duration.ofDays(4000));
        elsewhere(Map.of()).eraseByAge();
        assertThat(count("commands.command where by_name = 'Bo Lind'")).isEqualTo(1);
        elsewhere(Map.of("all", Duration.ofDays(4001))).eraseByAge();
        assertThat(count("commands.command where by_name = 'Bo Lind'")).isEqualTo(1);
        elsewhere(Map.of("all", Duration.ofDays(3999))).eraseByAge();
        assertThat(count("commands.command where by_name = 'Bo Lind'")).isZero();
    }

    private static void waitFor(BooleanSupplier end) {
        await().until(end::getAsBoolean);
    }

    private int count(String where) {
        return database.sql("select count(*) from " + where)
                .query(Integer.class)
                .single();
    }

    /** What the log says of it, the newest first. */
    private List<AuditRecord> done() {
        return log.find(new AuditQuery(null, null, AuditKind.LOG, null, null, null), Long.MAX_VALUE, 1000).stream()
                .filter(record -> "erase-by-age".equals(record.action()))
                .toList();
    }

    private NamesElsewhere elsewhere(Map<String, Duration> retention) {
        var checkpoints = new AuditSettings.Checkpoints(null, null, null, null, Duration.ofMinutes(1), 500, 50_000);
        return new NamesElsewhere(
                rooms,
                sweeps,
                new AuditSettings("test", null, checkpoints, null, null, retention),
                log,
                transaction,
                clock);
    }
}
