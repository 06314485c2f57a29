package se.handtag.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import se.handtag.crash.Cut.What;

/**
 * Cuts Handtag off again and again, at points that chance chooses: {@code ./mvnw -Pendurance}. What was reached is in
 * {@code progress.properties} of its folder, and the next run goes on from there, on the same database and the same MDM.
 *
 * <p>Arguments: the folder, how many halts of the process, how many stops of the database.
 */
final class Endurance {
    private static final int DEVICES = 1_000;
    private static final int MOST_ORDERS = 5;
    private static final int MOST_POINTS = 4;
    private static final int CUTS_BETWEEN_BOOKS = 20;
    private static final List<String> KINDS = List.of("lock", "refresh", "message", "message", "wipe");
    /** Whoever is stopped here holds up everybody else, or is not there for long. */
    private static final List<FaultPoint> LAST =
            List.of(FaultPoint.GROUP_WRITTEN, FaultPoint.GROUP_COMMITTED, FaultPoint.CALL_SENT);

    private final CrashSite site;
    private final Round round;
    private final Path progress;
    private final Properties reached = new Properties();
    private final Random chance;

    private Endurance(Path folder) throws IOException {
        Files.createDirectories(folder);
        progress = folder.resolve("progress.properties");
        if (Files.exists(progress)) {
            try (var file = Files.newBufferedReader(progress)) {
                reached.load(file);
            }
        }
        chance = new Random(number("PROCESS") * 1_000 + number("DATABASE"));
        site = new CrashSite(folder, DEVICES);
        round = new Round(site);
    }

    public static void main(String[] arguments) throws IOException {
        LoggingSystem.get(Endurance.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        var endurance = new Endurance(Path.of(arguments[0]));
        boolean well;
        try {
            well = endurance.run(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        } finally {
            endurance.site.close();
        }
        System.out.println(
                (well ? "Nothing lost, nothing doubled: " : "FAULTS after ") + new TreeMap<>(endurance.reached));
        System.exit(well ? 0 : 1);
    }

    private boolean run(int halts, int stops) {
        site.learn();
        Spoken node = site.node(List.of());
        boolean well = round.untilQuiet(node).isEmpty();
        while (well && (number("PROCESS") < halts || number("DATABASE") < stops)) {
            for (int cuts = 0; cuts < CUTS_BETWEEN_BOOKS; cuts++) {
                // So that after any time both have come equally far.
                boolean halt = (long) number("PROCESS") * stops < (long) number("DATABASE") * halts
                        || number("DATABASE") >= stops;
                node = halt ? halt(node) : stop(node);
            }
            List<String> faults = round.faults(node);
            faults.forEach(fault -> System.out.println("FAULT " + fault));
            well = faults.isEmpty();
        }
        node.close();
        return well;
    }

    private Spoken halt(Spoken node) {
        round.arm(node, What.PROCESS, somewhere());
        count(What.PROCESS, round.untilCut(node, this::kind, MOST_ORDERS));
        if (node.exitCode() != Cut.HALTED) {
            throw new IllegalStateException("The node ended by itself: " + node.state());
        }
        return site.node(List.of());
    }

    private Spoken stop(Spoken node) {
        round.arm(node, What.DATABASE, somewhere());
        count(What.DATABASE, round.untilCut(node, this::kind, MOST_ORDERS));
        site.database().untilStopped();
        site.database().startAgain();
        return node;
    }

    private List<FaultPoint> somewhere() {
        List<FaultPoint> all = new ArrayList<>(List.of(FaultPoint.values()));
        all.removeAll(LAST);
        Collections.shuffle(all, chance);
        List<FaultPoint> some = new ArrayList<>(all.subList(0, 1 + chance.nextInt(MOST_POINTS)));
        if (chance.nextBoolean()) {
            some.add(LAST.get(chance.nextInt(LAST.size())));
        }
        return some;
    }

    private String kind() {
        return KINDS.get(chance.nextInt(KINDS.size()));
    }

    private int number(String name) {
        return Integer.parseInt(reached.getProperty(name, "0"));
    }

    private void count(What what, Set<FaultPoint> points) {
        add(what.name());
        points.forEach(point -> add(what + "." + point));
        try (var file = Files.newBufferedWriter(progress)) {
            reached.store(file, null);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        System.out.println(what + " " + number(what.name()) + " " + points);
    }

    private void add(String name) {
        reached.setProperty(name, Integer.toString(number(name) + 1));
    }
}
