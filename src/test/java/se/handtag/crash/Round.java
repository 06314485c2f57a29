package se.handtag.crash;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.handtag.crash.Cut.What;

/** Orders at a site, cuts somewhere, and lets time pass until everything has come to its end. */
final class Round {
    /** The states in which a command stays, as SQL has them. */
    static final String ENDED =
            "'EFFECT_SEEN', 'NOT_VERIFIABLE', 'CONTRADICTED', 'REFUSED', 'CANCELLED', 'SETTLED_DONE', 'SETTLED_NOT_DONE'";

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration MOMENT = Duration.ofMillis(100);
    private static final int SHARED_PHONES = 30;

    private final CrashSite site;
    private final Witness hand;
    private final Books books;
    private final List<String> phones;
    private final Deque<String> toWipe;
    /** Requests of which the portal said that it has them. */
    private final Set<String> confirmed = new HashSet<>();

    private final long run = System.currentTimeMillis();
    private int placed;
    private boolean cutTold;

    Round(CrashSite site) {
        this.site = site;
        this.hand = site.witness();
        this.books = new Books(site.witness());
        List<String> all = hand.phones();
        phones = all.subList(0, SHARED_PHONES);
        toWipe = new ArrayDeque<>(all.subList(SHARED_PHONES, all.size()));
    }

    private enum Came {
        NOTHING,
        CUT,
        QUIET
    }

    /** Asks the portal for something. @return false when it did not say that it has it */
    boolean place(Spoken node, String kind) {
        String phone = kind.equals("wipe") ? toWipe.remove() : phones.get(placed % phones.size());
        placed++;
        node.tell("place " + kind + " " + phone + " word-" + run + "-" + placed);
        for (String line = node.next(); line != null; line = node.next()) {
            cutTold |= line.startsWith("CUT ");
            if (line.startsWith("PLACED ")) {
                return confirmed.add(line.substring("PLACED ".length()));
            }
            if (line.startsWith("FAILED ")) {
                return false;
            }
        }
        return false;
    }

    /** Arms a node that runs. */
    void arm(Spoken node, What what, FaultPoint point, int skip) {
        node.tell("arm " + what + " " + point + " " + skip);
        node.next("ARMED");
    }

    /**
     * Lets time pass until the node has been cut off, or nothing is due any more.
     *
     * @param settling whether a person says meanwhile what became of the unknown
     * @return whether it was cut off
     */
    boolean untilCutOrQuiet(Spoken node, boolean settling) {
        return await().atMost(PATIENCE)
                        .pollInterval(MOMENT)
                        .until(() -> afterAMoment(node, settling), came -> came != Came.NOTHING)
                == Came.CUT;
    }

    private Came afterAMoment(Spoken node, boolean settling) {
        if (isCut(node)) {
            return Came.CUT;
        }
        try (Connection database = site.database().connect()) {
            if (isQuiet(database, settling)) {
                return Came.QUIET;
            }
            passTime(database);
            if (settling && count(database, "commands.command where state = 'UNKNOWN'") > 0) {
                node.tell("settle");
            }
        } catch (SQLException stopped) {
            // The cut is about to be told, or the database starts.
        }
        return Came.NOTHING;
    }

    private boolean isCut(Spoken node) {
        for (String line = node.saidAlready(); line != null; line = node.saidAlready()) {
            cutTold |= line.startsWith("CUT ");
        }
        boolean cut = cutTold || !node.isAlive();
        cutTold = false;
        return cut;
    }

    private boolean isQuiet(Connection database, boolean settling) throws SQLException {
        String ended = settling ? ENDED : ENDED + ", 'UNKNOWN'";
        return count(database, "commands.command where state not in (" + ended + ")") == 0
                && count(database, "commands.scheduled_tasks where task_name = 'command'") == 0
                && count(database, "audit.pending") == 0
                && placed(database) == confirmed.size();
    }

    private int placed(Connection database) throws SQLException {
        try (var statement = database.prepareStatement(
                "select count(distinct request) from commands.command where request::text = any(?)")) {
            statement.setArray(1, database.createArrayOf("text", confirmed.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** Devices make contact, holds come to their end, and what waits for later is due. */
    private void passTime(Connection database) throws SQLException {
        hand.tick();
        try (Statement statement = database.createStatement()) {
            statement.execute(
                    "update commands.command set held_until = now() where state = 'HELD' and held_until > now()");
            statement.execute("update commands.scheduled_tasks set execution_time = now()"
                    + " where not picked and task_instance <> 'recurring' and execution_time > now()");
        }
    }

    private static long count(Connection database, String from) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + from)) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * Lets everything come to its end, and compares.
     *
     * @param withLog whether the whole log is recomputed, too
     * @return what does not fit
     */
    List<String> faultsAtTheEnd(Spoken node, boolean withLog) {
        if (untilCutOrQuiet(node, true)) {
            return List.of("The node ended by itself");
        }
        try (Connection database = site.database().connect()) {
            List<String> faults = books.faults(database, confirmed);
            if (withLog) {
                node.tell("verify");
                String log = node.next("LOG ");
                String whole = "LOG " + count(database, "audit.record");
                if (!whole.equals(log)) {
                    faults.add(log + " instead of " + whole);
                }
            }
            return faults;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
