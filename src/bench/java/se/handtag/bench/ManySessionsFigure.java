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

/**
 * P10: 500 people at once, each of whom goes to another view two seconds after the last, by one more or less, for nobody walks in
 * step with others; in milliseconds, there is no other side.
 */
final class ManySessionsFigure implements Figure {
    private static final int SESSIONS = 500;
    private static final int AT_THE_DOOR = 8;
    private static final Duration THINKING = Duration.ofSeconds(2);
    /** After which hardly anything is compiled any more: a node runs for weeks. */
    private static final Duration WARM_UP = Duration.ofSeconds(180);

    /** What the image collects garbage with, in a container of 2.7 GB. */
    private static final String[] AS_IN_THE_IMAGE = {
        "-XX:+UseParallelGC", "-Xms2g", "-Xmx2g", "-XX:NewRatio=1", "-XX:SurvivorRatio=4", "-XX:-UseAdaptiveSizePolicy"
    };

    private static final Duration MEASURED = Duration.ofSeconds(40);
    private static final List<String> PEOPLE = List.of("anna", "bo", "eva", "ingrid", "johan.oberg");
    private static final List<String> VIEWS = List.of("requests", "", "apps", "");

    /** What one of them met: how long each answer took, and how often there was none. */
    private record Walk(List<Double> milliseconds, int errors) {}

    @Override
    public String name() {
        return "P10";
    }

    @Override
    public List<String> measure() throws Exception {
        try (Portal portal = Portal.start(0, AS_IN_THE_IMAGE)) {
            List<Visitor> visitors = arrive(portal.address());
            List<Walk> walks = walkAll(visitors);
            int errors = walks.stream().mapToInt(Walk::errors).sum();
            List<Double> sorted = walks.stream()
                    .flatMap(walk -> walk.milliseconds().stream())
                    .sorted()
                    .toList();
            return List.of(String.format(
                    Locale.ROOT,
                    "P10 %d sessions, %d s think time: p50 %.1f ms, p99 %.1f ms (aim 100), slowest %.0f ms, %d errors in %d"
                            + " requests",
                    visitors.size(),
                    THINKING.toSeconds(),
                    sorted.get(sorted.size() / 2),
                    sorted.get(sorted.size() * 99 / 100),
                    sorted.getLast(),
                    errors,
                    sorted.size() + errors));
        }
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
        List<Double> milliseconds = new ArrayList<>();
        int errors = 0;
        long end = begin + WARM_UP.plus(MEASURED).toNanos();
        for (int i = 0; System.nanoTime() < end; i++) {
            long start = System.nanoTime();
            try {
                visitor.go(VIEWS.get(i % VIEWS.size()));
                if (start - begin > WARM_UP.toNanos()) {
                    milliseconds.add((System.nanoTime() - start) / 1e6);
                }
            } catch (IOException failed) {
                errors++;
            }
            Thread.sleep(THINKING.toMillis() / 2 + random.nextLong(THINKING.toMillis()));
        }
        return new Walk(milliseconds, errors);
    }

    private static <T> List<T> ended(List<Future<T>> all) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> each : all) {
            results.add(each.get());
        }
        return results;
    }
}
