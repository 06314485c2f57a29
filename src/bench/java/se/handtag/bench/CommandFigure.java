package se.handtag.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import se.handtag.HandtagApplication;
import se.handtag.commands.AuditedCommands;
import se.handtag.commands.Command;
import se.handtag.mdm.DeviceId;

/**
 * P1: commands a second with decision, durable intent, call and durable outcome, against what two bare commits and one bare
 * call would let through on the same database and MDM, with as many clients.
 */
final class CommandFigure implements Figure {
    private static final DeviceId DEVICE = new DeviceId(UUID.fromString("19eefc94-c6ca-4215-9ac4-c366a4136e1a"));
    private static final int TURNS = Integer.getInteger("bench.turns", 5);
    private static final long TURN = 2_000_000_000L;
    private static final int PLACED = 2_000;

    @Override
    public String name() {
        return "P1";
    }

    @Override
    public List<String> measure() throws Exception {
        Path folder = Files.createTempDirectory("handtag-bench");
        try (TrialFleet mdm = new TrialFleet(0);
                EmbeddedPostgres database = durable();
                ConfigurableApplicationContext portal = portal(mdm, database, folder)) {
            try (Connection connection = database.getPostgresDatabase().getConnection()) {
                run(connection, "create table bare (id bigint generated always as identity, words text)");
            }
            AuditedCommands commands = new AuditedCommands(portal, DEVICE);
            measure(commands, database, 8);
            List<String> lines = new ArrayList<>();
            lines.add("P1  audited command, rate / limit of two commits and a call, 1 client (aim 0.90): "
                    + told(commands, database, 1));
            lines.add("    8 clients (aim 0.85): " + told(commands, database, 8));
            return lines;
        }
    }

    private static EmbeddedPostgres durable() throws Exception {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    private static ConfigurableApplicationContext portal(TrialFleet mdm, EmbeddedPostgres database, Path folder) {
        return new SpringApplicationBuilder(HandtagApplication.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run(
                        "--handtag.address=http://localhost",
                        "--handtag.mdm.url=" + mdm.url(),
                        "--handtag.mdm.username=handtag",
                        "--handtag.mdm.password=handtag",
                        "--handtag.identity.issuer=http://localhost:1",
                        "--handtag.identity.client-id=handtag",
                        "--handtag.identity.client-secret=none",
                        "--handtag.audit.keys=" + folder.resolve("keys"),
                        "--handtag.audit.checkpoints.folder=" + folder.resolve("checkpoints"),
                        "--spring.datasource.url=" + database.getJdbcUrl("postgres", "postgres"),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=trusted",
                        "--spring.jmx.enabled=false",
                        "--logging.level.root=warn",
                        "--spring.autoconfigure.exclude=com.vaadin.flow.spring.SpringBootAutoConfiguration,"
                        + "com.vaadin.flow.spring.SpringSecurityAutoConfiguration,com.vaadin.flow.spring.VaadinScopesConfig");
    }

    private static String told(AuditedCommands commands, EmbeddedPostgres database, int clients) throws Exception {
        List<Turn> turns = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            turns.add(measure(commands, database, clients));
            System.out.println(clients + " clients: " + turns.getLast());
        }
        double[] ratios = turns.stream().mapToDouble(Turn::ratio).sorted().toArray();
        double[] whole = turns.stream().mapToDouble(Turn::wholeRatio).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f to %.2f); %s; with everything read again from the MDM first: %.2f (%.2f to %.2f)",
                ratios[TURNS / 2],
                ratios[0],
                ratios[TURNS - 1],
                turns.get(TURNS / 2),
                whole[TURNS / 2],
                whole[0],
                whole[TURNS - 1]);
    }

    /** A second's worth of each. */
    private record Turn(double commits, double calls, double commands, double whole) {
        double limit() {
            return 1 / (2 / commits + 1 / calls);
        }

        double ratio() {
            return commands / limit();
        }

        double wholeRatio() {
            return whole / limit();
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.0f/s against %.0f/s of %.0f commits/s and %.0f calls/s",
                    commands,
                    limit(),
                    commits,
                    calls);
        }
    }

    private static Turn measure(AuditedCommands commands, EmbeddedPostgres database, int clients) throws Exception {
        Queue<Command> placed = placed(commands);
        Queue<Command> more = placed(commands);
        // What is compared comes before and after, for the machine is not equally fast all the time.
        double commits = rate(clients, committing(database, clients));
        double calls = rate(clients, each(clients, commands::call));
        double audited = rate(clients, each(clients, () -> commands.send(placed.remove())));
        double whole = rate(clients, each(clients, () -> commands.deliver(more.remove())));
        commits = (commits + rate(clients, committing(database, clients))) / 2;
        calls = (calls + rate(clients, each(clients, commands::call))) / 2;
        return new Turn(commits, calls, audited, whole);
    }

    private static Queue<Command> placed(AuditedCommands commands) {
        return new ConcurrentLinkedQueue<>(
                commands.place(PLACED).stream().map(commands::find).toList());
    }

    private static List<Runnable> each(int clients, Runnable work) {
        return java.util.Collections.nCopies(clients, work);
    }

    private static List<Runnable> committing(EmbeddedPostgres database, int clients) throws SQLException {
        List<Runnable> work = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            Connection connection = database.getPostgresDatabase().getConnection();
            work.add(() -> run(connection, "insert into bare (words) values ('as short as it gets')"));
        }
        return work;
    }

    private static void run(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** How often a second the clients do their work, all together. */
    private static double rate(int clients, List<Runnable> work) throws Exception {
        AtomicLong done = new AtomicLong();
        long begun = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> running = new ArrayList<>();
            for (Runnable one : work) {
                running.add(threads.submit(() -> {
                    while (System.nanoTime() - begun < TURN) {
                        one.run();
                        done.incrementAndGet();
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        return done.get() * 1e9 / (System.nanoTime() - begun);
    }
}
