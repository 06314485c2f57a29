package se.handtag.crash;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import se.handtag.crash.Cut.What;

/** Orders at a site, cuts off somewhere, and lets time pass until everything has come to its end. */
final class Round {
    /** A message of which nobody knows then whether it arrived. */
    static final String UNSURE_MESSAGE = "unsure-message";

    /** A refresh that is sent again, for nobody knows whether it arrived. */
    static final String UNSURE_REFRESH = "unsure-refresh";

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration MOMENT = Duration.ofMillis(100);
    /** In which what was ordered comes to its point, as a rule. */
    private static final int MOMENTS_TO_A_POINT = 30;

    private final CrashSite site;
    private final Witness hand;
    private final Books books;
    private final List<String> phones;
    private final Deque<String> toWipe;
    /** Requests of which the portal said that it has them. */
    private final Set<String> confirmed = new HashSet<>();

    private final long run = System.currentTimeMillis();
    private int placed;

    // Of the node that runs.
    private final Set<FaultPoint> reached = EnumSet.noneOf(FaultPoint.class);
    private final List<String> failed = new ArrayList<>();
    private int unanswered;
    private boolean cut;

    Round(CrashSite site) {
        this.site = site;
        this.hand = site.witness();
        this.books = new Books(site.witness());
        List<String> all = hand.phones();
        phones = all.subList(0, all.size() / 2);
        toWipe = new ArrayDeque<>(all.subList(all.size() / 2, all.size()));
    }

    /**
     * Asks the portal for something; it says later that it has it.
     *
     * @param kind also {@link #UNSURE_MESSAGE} and {@link #UNSURE_REFRESH}; messages instead of wipes once no phone is left
     *     that may be erased
     */
    void place(Spoken node, String kind) {
        boolean wipe = kind.equals("wipe") && !toWipe.isEmpty();
        String phone = wipe ? toWipe.remove() : phones.get(placed % phones.size());
        String what = switch (kind) {
            case UNSURE_MESSAGE -> {
                hand.cutsOff(phone, "sendmessage");
                yield "message";
            }
            case UNSURE_REFRESH -> {
                hand.cutsOff(phone, "inventorydevice");
                yield "refresh";
            }
            case "wipe" -> wipe ? kind : "message";
            default -> kind;
        };
        placed++;
        unanswered++;
        node.tell("place " + what + " " + phone + " word-" + run + "-" + placed);
    }

    /** Where a node that runs is to be cut off; the last of the points only after the others. */
    void arm(Spoken node, What what, List<FaultPoint> points) {
        cut = false;
        reached.clear();
        node.tell("arm " + what + " " + names(points));
    }

    static String names(List<FaultPoint> points) {
        return points.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    /**
     * Orders one thing after another until somebody stands at each point where the node is armed, and it is cut off.
     *
     * @param most how many orders; with the last one it is cut off wherever it stands
     * @return the points at which somebody stood
     */
    Set<FaultPoint> untilCut(Spoken node, Supplier<String> kinds, int most) {
        for (int orders = 0; orders < most && !isCut(node); orders++) {
            int before = reached.size();
            place(node, kinds.get());
            for (int moment = 0; moment < MOMENTS_TO_A_POINT && reached.size() == before && !isCut(node); moment++) {
                afterAMoment(node, true);
            }
        }
        if (!cut) {
            node.tell("cut");
            await().atMost(PATIENCE).until(() -> isCut(node));
        }
        cut = false;
        Set<FaultPoint> points = reached.isEmpty() ? Set.of() : EnumSet.copyOf(reached);
        reached.clear();
        unanswered = 0;
        return points;
    }

    private boolean isCut(Spoken node) {
        if (!node.isAlive()) {
            node.exitCode();
            cut = true;
        }
        hear(node, Duration.ZERO);
        return cut;
    }

    private void hear(Spoken node, Duration most) {
        for (String line = node.next(most); line != null; line = node.next(Duration.ZERO)) {
            String[] words = line.split(" ", 2);
            switch (words[0]) {
                case "AT" -> reached.add(FaultPoint.valueOf(words[1]));
                case "CUT" -> cut = true;
                case "PLACED" -> {
                    unanswered--;
                    confirmed.add(words[1]);
                }
                case "FAILED" -> {
                    unanswered--;
                    failed.add(words[1]);
                }
                default -> {}
            }
        }
    }

    /** @return whether nothing is due any more */
    private boolean afterAMoment(Spoken node, boolean settling) {
        hear(node, MOMENT);
        try (Connection database = site.database().connect()) {
            if (unanswered <= 0 && isQuiet(database)) {
                return true;
            }
            passTime(database);
            if (settling && count(database, "commands.command where state = 'UNKNOWN'") > 0) {
                node.tell("settle");
            }
        } catch (SQLException stopped) {
            // It is about to say that it is cut off.
        }
        return false;
    }

    private static boolean isQuiet(Connection database) throws SQLException {
        return count(database, Books.UNDER_WAY) == 0
                && count(database, "commands.scheduled_tasks where task_name = 'request-decision'") == 0
                && count(database, "audit.pending") == 0;
    }

    /** Devices make contact, holds come to their end, and what waits for later is due; not what somebody stands at. */
    private void passTime(Connection database) throws SQLException {
        hand.tick();
        try (Statement statement = database.createStatement()) {
            statement.execute("""
                    update commands.command set held_until = now() where id in (
                      select id from commands.command where state = 'HELD' and held_until > now() for update skip locked)""");
            statement.execute("""
                    update commands.scheduled_tasks set execution_time = now() where (task_name, task_instance) in (
                      select task_name, task_instance from commands.scheduled_tasks
                       where not picked and execution_time > now()
                         and (task_name = 'request-decision'
                              or task_name = 'command' and task_instance in (select id::text from %s))
                         for update skip locked)""".formatted(Books.UNDER_WAY));
        }
    }

    private static long count(Connection database, String from) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + from)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Lets everything come to its end. @return what went wrong meanwhile */
    List<String> untilQuiet(Spoken node) {
        failed.clear();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!afterAMoment(node, true)) {
            if (!node.isAlive() || System.nanoTime() > deadline) {
                return List.of("Not at its end: " + node.state() + " " + failed);
            }
        }
        return List.of();
    }

    /** Lets everything come to its end, compares, and has the log recomputed. @return what does not fit */
    List<String> faults(Spoken node) {
        List<String> faults = new ArrayList<>(untilQuiet(node));
        try (Connection database = site.database().connect()) {
            faults.addAll(books.faults(database, confirmed));
            long before = count(database, "audit.record");
            node.tell("verify");
            String log = node.next("LOG ");
            long after = count(database, "audit.record");
            // One more may be written while the log is recomputed.
            if (LongStream.rangeClosed(before, after).noneMatch(records -> ("LOG " + records).equals(log))) {
                faults.add(log + " instead of " + before + " to " + after);
            }
        } catch (SQLException notThere) {
            throw new IllegalStateException(notThere);
        }
        return faults;
    }
}
