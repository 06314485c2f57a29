package se.handtag.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real processes that end without a word: the portal at every step of a command, the database, one of two portals. Nothing
 * that was promised is lost, and nothing is sent twice that may not be.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HaltIT {
    /** Kept when more is asked for than a build does, so that a later run goes on from there. */
    private static final boolean LONG =
            Integer.getInteger("halts", 0) > 0 || Integer.getInteger("database.stops", 0) > 0;

    @TempDir
    static Path fresh;

    private static Halts halts;
    private static Progress progress;

    @BeforeAll
    static void start() {
        Path folder = LONG ? Path.of("target", "halts").toAbsolutePath() : fresh;
        halts = new Halts(folder);
        progress = new Progress(folder);
    }

    @AfterAll
    static void end() {
        halts.close();
    }

    @Test
    @Order(1)
    void a_portal_that_halts_at_any_point_loses_nothing_and_doubles_nothing() {
        HaltPoint[] points = HaltPoint.values();
        int all = Integer.getInteger("halts", points.length);
        for (int halt = progress.done("halts"); halt < all; halt++) {
            HaltPoint point = points[halt % points.length];
            var halted = halts.portal(point.name(), 1, word());
            assertThat(halted.ended()).as("%s: %s", point, halted.words()).isEqualTo(HaltingNode.HALTED);
            progress.promised(halted.told("promised "));
            if ((halt + 1) % points.length == 0 || halt + 1 == all) {
                finish();
            }
            progress.done("halts", halt + 1);
        }
    }

    @Test
    @Order(2)
    void a_database_that_stops_hard_loses_nothing_and_doubles_nothing() {
        int all = Integer.getInteger("database.stops", 1);
        for (int stop = progress.done("stops"); stop < all; stop++) {
            var working = halts.portal("NONE", 40, word());
            working.untilTold("promised ", 1 + 7 * stop % 60);
            halts.stopDatabaseHard();
            // What it was asked while the database was away it may have refused by an exception: then it ends.
            working.ended();
            progress.promised(working.told("promised "));
            finish();
            progress.done("stops", stop + 1);
        }
    }

    @Test
    @Order(3)
    void of_two_portals_on_one_database_the_other_takes_over() {
        var one = halts.portal("NONE", 60, word());
        var other = halts.portal("NONE", 60, word());
        one.untilTold("promised ", 20);
        one.process().destroyForcibly();
        one.ended();
        assertThat(other.ended()).as(other.words()).isZero();
        progress.promised(one.told("promised "));
        progress.promised(other.told("promised "));
        finish();
    }

    /** A last portal brings to an end what is left; then everything is counted. */
    private static void finish() {
        var last = halts.portal("NONE", 0, word());
        assertThat(last.ended()).as(last.words()).isZero();
        List<Halts.Row> commands = halts.commands();
        Map<String, Integer> taken = halts.messages();
        assertThat(taken).as("a message is never sent twice").allSatisfy((_, times) -> assertThat(times)
                .isEqualTo(1));
        Set<String> requests = commands.stream().map(Halts.Row::request).collect(Collectors.toSet());
        assertThat(requests).as("what was promised is there").containsAll(progress.promised());
        for (Halts.Row command : commands) {
            assertThat(command.state()).as("%s", command).isNotIn("DUE", "SENDING", "HELD", "REFUSED");
            if (command.action().equals("LOCK")) {
                assertThat(command.state()).as("%s", command).isNotEqualTo("UNKNOWN");
            } else if (!command.state().equals("UNKNOWN")) {
                assertThat(taken).as("%s", command).containsKey(command.text());
            }
        }
    }

    private static String word() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
