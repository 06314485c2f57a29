package se.handtag.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static se.handtag.crash.FaultPoint.CALL_ANSWERED;
import static se.handtag.crash.FaultPoint.CALL_DUE;
import static se.handtag.crash.FaultPoint.CALL_SENT;
import static se.handtag.crash.FaultPoint.CHECKPOINT_OUTSIDE;
import static se.handtag.crash.FaultPoint.CONTACT_WRITTEN;
import static se.handtag.crash.FaultPoint.EFFECT_WRITTEN;
import static se.handtag.crash.FaultPoint.GROUP_COMMITTED;
import static se.handtag.crash.FaultPoint.GROUP_WRITTEN;
import static se.handtag.crash.FaultPoint.HOLD_OVER_WRITTEN;
import static se.handtag.crash.FaultPoint.HOLD_WRITTEN;
import static se.handtag.crash.FaultPoint.INTENT_COMMITTED;
import static se.handtag.crash.FaultPoint.INTENT_DUE;
import static se.handtag.crash.FaultPoint.INTENT_WRITTEN;
import static se.handtag.crash.FaultPoint.ORDER_WRITTEN;
import static se.handtag.crash.FaultPoint.OUTCOME_COMMITTED;
import static se.handtag.crash.FaultPoint.OUTCOME_WRITTEN;
import static se.handtag.crash.FaultPoint.REPEAT_WRITTEN;
import static se.handtag.crash.FaultPoint.SETTLED_WRITTEN;
import static se.handtag.crash.FaultPoint.TASK_BEGUN;
import static se.handtag.crash.FaultPoint.TASK_DONE;
import static se.handtag.crash.FaultPoint.TASK_PUT_BACK;
import static se.handtag.crash.FaultPoint.UNKNOWN_WRITTEN;
import static se.handtag.crash.Round.UNSURE_MESSAGE;
import static se.handtag.crash.Round.UNSURE_REFRESH;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import se.handtag.crash.Cut.What;

/**
 * The portal's process halted, then its database stopped, while commands stand at every {@link FaultPoint}; and one of two
 * nodes killed in the middle. Each time everything comes to its end, nothing is lost, nothing doubled, and the log is whole.
 */
class CrashIT {
    private static final int DEVICES = 150;
    private static final int MOST_ORDERS = 30;

    /** On the way out. */
    private static final List<FaultPoint> SENDING = List.of(
            ORDER_WRITTEN,
            TASK_BEGUN,
            INTENT_DUE,
            INTENT_WRITTEN,
            INTENT_COMMITTED,
            CALL_DUE,
            CALL_ANSWERED,
            OUTCOME_WRITTEN,
            GROUP_WRITTEN);

    /** What comes to each of them in turn: after the intent, both what may be repeated and what may not. */
    private static final List<String> SENT = List.of("message", "refresh");

    private static final List<String> WITH_WIPES = List.of("wipe", UNSURE_MESSAGE, "wipe", "message", "refresh");

    private static final List<String> NOT_ANSWERED = List.of(UNSURE_MESSAGE, UNSURE_REFRESH, "refresh");

    /** Once the portal goes on with what was cut off. */
    private static final List<FaultPoint> PICKED_UP = List.of(REPEAT_WRITTEN, UNKNOWN_WRITTEN, CALL_SENT);

    /** After the answer, and beside the way. */
    private static final List<FaultPoint> FOLLOWED = List.of(
            SETTLED_WRITTEN,
            HOLD_WRITTEN,
            HOLD_OVER_WRITTEN,
            OUTCOME_COMMITTED,
            TASK_PUT_BACK,
            CONTACT_WRITTEN,
            EFFECT_WRITTEN,
            TASK_DONE,
            CHECKPOINT_OUTSIDE,
            GROUP_COMMITTED);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder = Path.of("");

    private static CrashSite site;

    @BeforeAll
    static void open() {
        site = new CrashSite(folder, DEVICES);
    }

    /** Also when the one before ended in between. */
    @BeforeEach
    void databaseRuns() {
        site.database().startAgain();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void every_point_is_one_of_those_where_it_is_cut_off() {
        assertThat(Stream.of(SENDING, PICKED_UP, FOLLOWED).flatMap(List::stream))
                .containsExactlyInAnyOrder(FaultPoint.values());
    }

    @Test
    void nothing_is_lost_or_doubled_wherever_the_process_is_halted() {
        var round = new Round(site);
        Spoken first = site.node(List.of());
        begin(round, first);
        round.arm(first, What.PROCESS, SENDING);
        assertCut(round, first, SENT, SENDING);
        Spoken second = site.node(PICKED_UP);
        assertCut(round, second, NOT_ANSWERED, PICKED_UP);
        Spoken third = site.node(List.of());
        round.arm(third, What.PROCESS, FOLLOWED);
        assertCut(round, third, WITH_WIPES, FOLLOWED);
        assertThat(Stream.of(first, second, third).map(Spoken::exitCode)).containsOnly(Cut.HALTED);
        try (Spoken last = site.node(List.of())) {
            assertThat(round.faults(last)).isEmpty();
        }
    }

    /** Here only what stands in the middle of a transaction is cut off for sure; all else goes on once the database is back. */
    @Test
    void nothing_is_lost_or_doubled_wherever_the_database_is_stopped() {
        var round = new Round(site);
        try (Spoken node = site.node(List.of())) {
            begin(round, node);
            assertStopped(round, node, SENT, SENDING);
            assertStopped(round, node, NOT_ANSWERED, PICKED_UP);
            assertStopped(round, node, WITH_WIPES, FOLLOWED);
            site.database().startAgain();
            assertThat(round.faults(node)).isEmpty();
        }
    }

    private static void assertStopped(Round round, Spoken node, List<String> kinds, List<FaultPoint> points) {
        round.arm(node, What.DATABASE, points);
        site.database().startAgain();
        assertCut(round, node, kinds, points);
        site.database().untilStopped();
    }

    @Test
    void when_one_of_two_nodes_is_killed_in_the_middle_the_other_takes_over() {
        var round = new Round(site);
        List<FaultPoint> middle = List.of(INTENT_WRITTEN, INTENT_COMMITTED, CALL_DUE, CALL_ANSWERED, OUTCOME_WRITTEN);
        Spoken one = site.node(List.of());
        begin(round, one);
        round.arm(one, What.OUTSIDE, middle);
        assertCut(round, one, SENT, middle);
        try (Spoken other = site.node(List.of())) {
            assertThat(one.isAlive()).isTrue();
            one.kill();
            assertThat(round.faults(other)).isEmpty();
        }
    }

    /** Makes everybody known who orders: nobody is to be stopped with that in their hands, for all others would wait. */
    private static void begin(Round round, Spoken node) {
        round.place(node, "wipe");
        assertThat(round.untilQuiet(node)).isEmpty();
    }

    private static void assertCut(Round round, Spoken node, List<String> kinds, List<FaultPoint> points) {
        Set<FaultPoint> stood = round.untilCut(node, inTurn(kinds), MOST_ORDERS);
        assertThat(stood).as(node::state).containsExactlyInAnyOrderElementsOf(points);
    }

    private static Supplier<String> inTurn(List<String> kinds) {
        Iterator<String> turns =
                Stream.generate(() -> kinds).flatMap(List::stream).iterator();
        return turns::next;
    }
}
