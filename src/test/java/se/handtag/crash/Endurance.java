package se.handtag.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import se.handtag.crash.Cut.What;

/**
 * Cuts Handtag off again and again, at points that chance chooses: {@code ./mvnw -Pendurance}. What was reached is in
 * {@code progress.properties} of its folder, and the next run goes on from there.
 *
 * <p>Arguments: the folder, how many halts of the process, how many stops of the database.
 */
final class Endurance {
    private static final int ORDERS = 3;
    private static final int MOST_SKIPPED = 3;
    private static final List<FaultPoint> AT_START = List.of(FaultPoint.REPEAT_WRITTEN, FaultPoint.UNKNOWN_WRITTEN);
    private static final List<FaultPoint> RUNNING = Stream.of(FaultPoint.values())
            .filter(point -> !point.comesAfterCut())
            .toList();

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
        site = new CrashSite(folder);
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
        System.exit(well ? 0 : 1);
    }

    private boolean run(int halts, int stops) {
        while (number("PROCESS") < halts || number("DATABASE") < stops) {
            // So that after any time both have come equally far.
            boolean halt =
                    number("PROCESS") < halts && (long) number("PROCESS") * stops <= (long) number("DATABASE") * halts;
            if (!(halt ? halts(10) : stops(10))) {
                return false;
            }
        }
        System.out.println("Reached: " + reached);
        return true;
    }

    private boolean halts(int times) {
        @Nullable Spoken node = null;
        for (int i = 0; i < times; i++) {
            FaultPoint armed = chance.nextInt(4) == 0 ? AT_START.get(chance.nextInt(AT_START.size())) : null;
            node = site.node(armed);
            if (armed != null && round.untilCutOrQuiet(node, false)) {
                count(What.PROCESS, armed);
                continue;
            }
            if (!well(node, false)) {
                return false;
            }
            FaultPoint point = cutSomewhere(node, What.PROCESS);
            if (node.exitCode() != Cut.HALTED) {
                System.out.println("The node ended by itself at " + point);
                return false;
            }
            count(What.PROCESS, point);
        }
        try (Spoken last = site.node(null)) {
            return well(last, true);
        }
    }

    private boolean stops(int times) {
        try (Spoken node = site.node(null)) {
            for (int i = 0; i < times; i++) {
                if (!well(node, false)) {
                    return false;
                }
                count(What.DATABASE, cutSomewhere(node, What.DATABASE));
                site.database().startAgain();
            }
            return well(node, true);
        }
    }

    private FaultPoint cutSomewhere(Spoken node, What what) {
        FaultPoint point = RUNNING.get(chance.nextInt(RUNNING.size()));
        round.arm(node, what, point, chance.nextInt(MOST_SKIPPED));
        while (true) {
            for (int i = 0; i < ORDERS; i++) {
                round.place(node, kind(point));
            }
            if (round.untilCutOrQuiet(node, true)) {
                return point;
            }
        }
    }

    private String kind(FaultPoint point) {
        boolean held = point == FaultPoint.HOLD_WRITTEN || point == FaultPoint.HOLD_OVER_WRITTEN;
        return held ? "wipe" : List.of("lock", "refresh", "message", "message").get(chance.nextInt(4));
    }

    private boolean well(Spoken node, boolean withLog) {
        List<String> faults = round.faultsAtTheEnd(node, withLog);
        faults.forEach(fault -> System.out.println("FAULT " + fault));
        return faults.isEmpty();
    }

    private int number(String name) {
        return Integer.parseInt(reached.getProperty(name, "0"));
    }

    private void count(What what, FaultPoint point) {
        for (String name : List.of(what.name(), what + "." + point)) {
            reached.setProperty(name, Integer.toString(number(name) + 1));
        }
        try (var file = Files.newBufferedWriter(progress)) {
            reached.store(file, null);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        System.out.println(what + " " + number(what.name()) + " " + point);
    }
}
