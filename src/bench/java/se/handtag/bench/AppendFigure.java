package se.handtag.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.util.FileSystemUtils;
import se.handtag.audit.Appending;

/**
 * Records a second that are on disk with their place in the tree before whoever appended them goes on, against the commits a
 * second of the same database, each with one small row: of one connection, and of as many as there are callers.
 */
final class AppendFigure implements Figure {
    private static final List<Integer> CALLERS = List.of(1, 8, 64);
    private static final int TURNS = Integer.getInteger("bench.turns", 5);
    private static final Duration A_TURN = Duration.ofSeconds(2);
    private static final Duration WARM_UP = Duration.ofSeconds(6);

    /** About as long as a record's body. */
    private static final String ROW = "x".repeat(400);

    /** Something done over and over by one thread. */
    private interface Step {
        void take() throws Exception;
    }

    @Override
    public String name() {
        return "append";
    }

    @Override
    public List<String> measure() throws Exception {
        Path folder = Files.createTempDirectory("handtag-bench");
        // As it comes it would commit to memory alone.
        try (EmbeddedPostgres database = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
                Appending log = new Appending(database.getJdbcUrl("postgres", "postgres"), folder);
                Commits commits = new Commits(database, Collections.max(CALLERS))) {
            for (int callers : CALLERS) {
                rate(Collections.nCopies(callers, log::append), WARM_UP);
                rate(commits.of(callers), WARM_UP);
            }
            List<String> lines = new ArrayList<>();
            for (int callers : CALLERS) {
                lines.addAll(measured(log, commits, callers));
            }
            log.check();
            return lines;
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static List<String> measured(Appending log, Commits commits, int callers) throws Exception {
        List<List<Step>> sides = List.of(
                Collections.nCopies(callers, log::append), commits.of(1), commits.of(callers));
        double[][] rates = new double[sides.size()][TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            for (int i = 0; i < sides.size(); i++) {
                // Whoever comes first in one turn comes last in the next.
                int side = turn % 2 == 0 ? i : sides.size() - 1 - i;
                rates[side][turn] = rate(sides.get(side), A_TURN);
            }
            System.out.printf(
                    "append turn %d, %d at a time: %.0f records, %.0f commits of one connection, %.0f of %d%n",
                    turn + 1, callers, rates[0][turn], rates[1][turn], rates[2][turn], callers);
        }
        return List.of(
                "append  records on disk and in the tree, " + callers + " at a time / commits of one connection: "
                        + Sides.Result.of(rates[0], rates[1]).told("a s"),
                "append  the same / commits of as many connections: "
                        + Sides.Result.of(rates[0], rates[2]).told("a s"));
    }

    /** How many a second they take together, each the next when its last is done. */
    private static double rate(List<Step> callers, Duration time) throws Exception {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        long done = 0;
        try (ExecutorService calling = Executors.newFixedThreadPool(callers.size())) {
            List<Future<Long>> counts = new ArrayList<>();
            for (Step caller : callers) {
                counts.add(calling.submit(steps(caller, end)));
            }
            for (Future<Long> count : counts) {
                done += count.get();
            }
        }
        return done / ((System.nanoTime() - start) / 1e9);
    }

    private static Callable<Long> steps(Step caller, long end) {
        return () -> {
            long done = 0;
            for (; System.nanoTime() < end; done++) {
                caller.take();
            }
            return done;
        };
    }

    /** Connections of which each commits one row at a time. */
    private static final class Commits implements AutoCloseable {
        private final List<Connection> connections = new ArrayList<>();

        Commits(EmbeddedPostgres database, int most) throws SQLException {
            for (int i = 0; i < most; i++) {
                connections.add(database.getPostgresDatabase().getConnection());
            }
            try (var statement = connections.getFirst().createStatement()) {
                statement.execute("create table public.commits (id bigserial primary key, what text)");
            }
        }

        List<Step> of(int callers) throws SQLException {
            List<Step> steps = new ArrayList<>();
            for (Connection connection : connections.subList(0, callers)) {
                var insert = connection.prepareStatement("insert into public.commits (what) values (?)");
                insert.setString(1, ROW);
                steps.add(insert::executeUpdate);
            }
            return steps;
        }

        @Override
        public void close() throws SQLException {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }
}
