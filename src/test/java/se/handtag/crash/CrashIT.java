package se.handtag.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.handtag.crash.Cut.What;

/**
 * Every {@link FaultPoint} once with the portal's process halted there, once with its database stopped there; and one of two
 * nodes killed. Each time everything comes to its end, nothing is lost, nothing doubled, and the log is whole.
 */
class CrashIT {
    private static final int ORDERS = 10;

    @TempDir
    private static Path folder = Path.of("");

    private static CrashSite site;

    @BeforeAll
    static void open() {
        site = new CrashSite(folder);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    /** What is asked for, so that the portal comes to the point and, once cut off there, to what comes after it. */
    private static List<String> orders(FaultPoint point) {
        return switch (point) {
            case HOLD_WRITTEN, HOLD_OVER_WRITTEN -> List.of("wipe");
            case CALL_ANSWERED -> List.of("message");
            case OUTCOME_WRITTEN -> List.of("lock");
            default -> List.of("lock", "message");
        };
    }

    /** The points one after another; those that come after a cut-off only, right after the one that leads to them. */
    private static List<FaultPoint> tour() {
        List<FaultPoint> tour = Stream.of(FaultPoint.values())
                .filter(point -> !point.comesAfterCut())
                .flatMap(point -> switch (point) {
                    case CALL_ANSWERED -> Stream.of(point, FaultPoint.UNKNOWN_WRITTEN, FaultPoint.SETTLED_WRITTEN);
                    case OUTCOME_WRITTEN -> Stream.of(point, FaultPoint.REPEAT_WRITTEN);
                    default -> Stream.of(point);
                })
                .toList();
        assertThat(tour).containsExactlyInAnyOrder(FaultPoint.values());
        return tour;
    }

    @Test
    void nothing_is_lost_or_doubled_wherever_the_process_is_halted() {
        var round = new Round(site);
        for (FaultPoint point : tour()) {
            Spoken node = site.node(point.comesAfterCut() ? point : null);
            if (!point.comesAfterCut()) {
                assertThat(round.faultsAtTheEnd(node, false))
                        .as("before %s", point)
                        .isEmpty();
                round.arm(node, What.PROCESS, point, 0);
                orders(point).forEach(kind -> round.place(node, kind));
            }
            assertThat(round.untilCutOrQuiet(node, true)).as("%s", point).isTrue();
            assertThat(node.exitCode()).as("%s", point).isEqualTo(Cut.HALTED);
        }
        try (Spoken node = site.node(null)) {
            assertThat(round.faultsAtTheEnd(node, true)).isEmpty();
        }
    }

    @Test
    void nothing_is_lost_or_doubled_wherever_the_database_is_stopped() {
        var round = new Round(site);
        try (Spoken node = site.node(null)) {
            List<FaultPoint> tour = tour();
            for (int i = 0; i < tour.size(); i++) {
                FaultPoint point = tour.get(i);
                if (!point.comesAfterCut()) {
                    assertThat(round.faultsAtTheEnd(node, false))
                            .as("before %s", point)
                            .isEmpty();
                    round.arm(node, What.DATABASE, point, 0);
                    orders(point).forEach(kind -> round.place(node, kind));
                }
                assertThat(round.untilCutOrQuiet(node, true)).as("%s", point).isTrue();
                if (i + 1 < tour.size() && tour.get(i + 1).comesAfterCut()) {
                    round.arm(node, What.DATABASE, tour.get(i + 1), 0);
                }
                site.database().startAgain();
            }
            assertThat(round.faultsAtTheEnd(node, true)).isEmpty();
        }
    }

    @Test
    void when_one_of_two_nodes_is_killed_in_the_middle_the_other_takes_over() {
        var round = new Round(site);
        Spoken one = site.node(null);
        try (Spoken other = site.node(null)) {
            assertThat(round.faultsAtTheEnd(other, false)).isEmpty();
            site.witness().takesItsTime();
            for (int i = 0; i < ORDERS; i++) {
                assertThat(round.place(one, "lock")).isTrue();
                assertThat(round.place(one, "message")).isTrue();
            }
            one.kill();
            site.witness().noFaults();
            assertThat(round.faultsAtTheEnd(other, true)).isEmpty();
        }
    }
}
