package se.handtag.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * P10: 500 people at once, each of whom goes to another view two seconds after the last, by one more or less, for nobody walks in
 * step with others; in milliseconds, there is no other side.
 */
final class ManySessionsFigure implements Figure {
    private static final int SESSIONS = 500;
    private static final int AT_THE_DOOR = 8;
    private static final Duration THINKING = Duration.ofSeconds(2);

    /**
     * After which hardly anything is compiled any more, for a node runs for weeks: everybody's roles were asked for anew once, which
     * is so every five minutes.
     */
    private static final Duration WARM_UP = Duration.ofSeconds(390);

    /** Short and many: what others do on the machine spoils some, and not the median. */
    private static final int TURNS = 11;

    private static final Duration TURN = Duration.ofSeconds(20);

    /** The image's, in a container of 2.7 GB. */
    private static final List<String> HEAP = List.of("-Xms2g", "-Xmx2g");

    private static final List<String> PEOPLE = List.of("anna", "bo", "eva", "ingrid", "johan.oberg");
    private static final List<String> VIEWS = List.of("requests", "", "apps", "");

    /** How long an answer took, and in which turn it was asked for. */
    private record Answer(int turn, double milliseconds) {}

    /** What one of them met: the answers, and how often there was none. */
    private record Walk(List<Answer> answers, int errors) {}

    @Override
    public String name() {
        return "P10";
    }

    @Override
    public List<String> measure() throws Exception {
        try (Portal portal = Portal.start(
                0, Stream.concat(HEAP.stream(), StartFigure.COLLECTING.stream()).toArray(String[]::new))) {
            List<Visitor> visitors = arrive(portal.address());
            List<Walk> walks = walkAll(visitors);
            int errors = walks.stream().mapToInt(Walk::errors).sum();
            List<List<Double>> turns = IntStream.range(0, TURNS)
                    .mapToObj(turn -> walks.stream()
                            .flatMap(walk -> walk.answers().stream())
                            .filter(answer -> answer.turn() == turn)
                            .map(Answer::milliseconds)
                            .sorted()
                            .toList())
                    .toList();
            return List.of(String.format(
                    Locale.ROOT,
                    "P10 %d sessions, %d s think time: p50 %s ms, p99 %s ms (aim 100), slowest %s ms, %d errors in %d requests",
                    visitors.size(),
                    THINKING.toSeconds(),
                    told(turns, 50),
                    told(turns, 99),
                    told(turns, 100),
                    errors,
                    turns.stream().mapToInt(List::size).sum() + errors));
        }
    }

    /** Than what so many of a hundred answers are not slower, in the median turn, the best, and the worst. */
    private static String told(List<List<Double>> turns, int percent) {
        List<Double> each = turns.stream()
                .map(turn -> turn.get(Math.min(turn.size() - 1, turn.size() * percent / 100)))
                .sorted()
                .toList();
        return String.format(Locale.ROOT, "%.1f (%.1f to %.1f)", each.get(TURNS / 2), each.getFirst(), each.getLast());
    }

    private static List<Visitor> arrive(URI portal) throws Exception {
        List<Future<Visitor>> arriving = new ArrayList<>();
        try (ExecutorService door = Executors.newFixedThreadPool(AT_THE_DOOR)) {
            for (int i = 0; i < SESSIONS; i++) {
                String username = PEOPLE.get(i % PEOPLE.size());
                arriving.add(door.submit(() -> {
                    Visitor visitor = Visitor.signedIn(portal, username);
                    visitor.open("");
                    return visitor;
                }));
            }
        }
        return ended(arriving);
    }

    private static List<Walk> walkAll(List<Visitor> visitors) throws Exception {
        long begin = System.nanoTime();
        SplittableRandom random = new SplittableRandom(1);
        try (ExecutorService walking = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Walk>> walks = new ArrayList<>();
            for (Visitor visitor : visitors) {
                SplittableRandom own = random.split();
                walks.add(walking.submit(() -> walk(visitor, own, begin)));
            }
            return ended(walks);
        }
    }

    private static Walk walk(Visitor visitor, SplittableRandom random, long begin) throws InterruptedException {
        Thread.sleep(random.nextLong(THINKING.toMillis()));
        List<Answer> answers = new ArrayList<>();
        int errors = 0;
        long warm = begin + WARM_UP.toNanos();
        long end = warm + TURN.multipliedBy(TURNS).toNanos();
        for (int i = 0; System.nanoTime() < end; i++) {
            long start = System.nanoTime();
            try {
                visitor.go(VIEWS.get(i % VIEWS.size()));
                int turn = Math.toIntExact(Math.floorDiv(start - warm, TURN.toNanos()));
                if (turn >= 0 && turn < TURNS) {
                    answers.add(new Answer(turn, (System.nanoTime() - start) / 1e6));
                }
            } catch (IOException failed) {
                errors++;
            }
            Thread.sleep(THINKING.toMillis() / 2 + random.nextLong(THINKING.toMillis()));
        }
        return new Walk(answers, errors);
    }

    private static <T> List<T> ended(List<Future<T>> all) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> each : all) {
            results.add(each.get());
        }
        return results;
    }
}
