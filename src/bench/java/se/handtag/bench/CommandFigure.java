package se.handtag.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.commands.CommandId;
import se.handtag.commands.Sender;
import se.handtag.crash.NodeParts;
import se.handtag.identity.Person;
import se.handtag.identity.SamplePeople;
import se.handtag.mdm.DeviceId;

/**
 * P1: commands a second, each decided on, written down, called for and written down again, against what the same database
 * and the same MDM would allow, did a command take two commits and a call and nothing else: 1/(2/commits + 1/calls).
 */
final class CommandFigure implements Figure {
    private static final int DEVICES = 1_000;
    private static final int TURNS = 5;
    private static final int A_TURN = 120;
    private static final int WARM_UP = 400;
    private static final Duration ALONE = Duration.ofSeconds(2);
    private static final List<Integer> CLIENTS = List.of(1, 8);
    private static final List<Double> AIMS = List.of(0.90, 0.85);

    @Override
    public String name() {
        return "P1";
    }

    @Override
    public List<String> measure() throws Exception {
        Path folder = Files.createTempDirectory("handtag-bench");
        try (TrialFleet mdm = new TrialFleet(DEVICES);
                // As it comes it would commit to memory alone.
                EmbeddedPostgres database = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
                var portal = new SpringApplicationBuilder(NodeParts.class)
                        .web(WebApplicationType.NONE)
                        .lazyInitialization(true)
                        .run(settings(folder, database, mdm))) {
            // Nothing is to be sent by itself.
            portal.getBean(Scheduler.class).stop();
            return new Race(portal).measure();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static String[] settings(Path folder, EmbeddedPostgres database, TrialFleet mdm) {
        return new String[] {
            "--handtag.crash.database=" + folder,
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
            "--logging.level.root=warn"
        };
    }

    /** Commits, calls and commands by turns, so that what slows one down slows down all. */
    private static final class Race {
        private static final String RECORD = "x".repeat(600);

        private final Sender sender;
        private final AuditLog log;
        private final JdbcClient database;
        private final Person by;
        private final List<DeviceId> devices;
        private int next;

        Race(BeanFactory portal) {
            sender = new Sender(portal);
            log = portal.getBean(AuditLog.class);
            database = JdbcClient.create(portal.getBean(DataSource.class));
            by = portal.getBean(SamplePeople.class).person("sara");
            devices = sender.devices();
            database.sql("create table public.commits (id bigserial primary key, what text)")
                    .update();
        }

        List<String> measure() throws Exception {
            for (int clients : CLIENTS) {
                commands(clients, WARM_UP);
                calls(clients, WARM_UP);
                commits(clients, WARM_UP);
            }
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < CLIENTS.size(); i++) {
                lines.add(String.format(
                        "P1  audited commands, %d at a time / two commits and a call (aim %.2f): %s",
                        CLIENTS.get(i), AIMS.get(i), with(CLIENTS.get(i)).told("a s")));
            }
            lines.addAll(whileOthersAppend());
            return lines;
        }

        /** Whether records that have nothing to do with commands are slowed by them, and the other way round. */
        private List<String> whileOthersAppend() throws Exception {
            int clients = CLIENTS.getLast();
            appended(() -> commands(clients, WARM_UP));
            double[] alone = new double[TURNS];
            double[] beside = new double[TURNS];
            double[] undisturbed = new double[TURNS];
            double[] disturbed = new double[TURNS];
            for (int turn = 0; turn < TURNS; turn++) {
                int now = turn;
                alone[now] = appended(() -> Thread.sleep(ALONE));
                undisturbed[now] = commands(clients, A_TURN);
                beside[now] = appended(() -> disturbed[now] = commands(clients, A_TURN));
                System.out.printf(
                        "P1 turn %d with %d who append: %.0f records a second alone, %.0f beside %.0f commands, %.0f"
                                + " commands without them%n",
                        now + 1, clients, alone[now], beside[now], disturbed[now], undisturbed[now]);
            }
            return List.of(
                    String.format("P1  records of %d others while commands are sent / alone: %s", clients,
                            Sides.Result.of(beside, alone).told("a s")),
                    String.format("P1  commands, %d at a time, while %d others append / alone: %s", clients, clients,
                            Sides.Result.of(disturbed, undisturbed).told("a s")));
        }

        /** Something that takes its time. */
        private interface Meanwhile {
            void pass() throws Exception;
        }

        /** Records a second that as many as send commands bring to disk until something else is over. */
        private double appended(Meanwhile other) throws Exception {
            AtomicBoolean over = new AtomicBoolean();
            LongAdder records = new LongAdder();
            long start = System.nanoTime();
            try (ExecutorService appending = Executors.newFixedThreadPool(CLIENTS.getLast())) {
                List<Future<?>> ends = new ArrayList<>();
                for (int caller = 0; caller < CLIENTS.getLast(); caller++) {
                    ends.add(appending.submit(() -> {
                        while (!over.get()) {
                            log.awaitDurable(log.appendAlone(AuditEntry.of(AuditKind.LOOK).action("look")));
                            records.increment();
                        }
                    }));
                }
                try {
                    other.pass();
                } finally {
                    over.set(true);
                }
                for (Future<?> end : ends) {
                    end.get();
                }
            }
            return records.sum() / ((System.nanoTime() - start) / 1e9);
        }

        private Sides.Result with(int clients) throws Exception {
            double[] ours = new double[TURNS];
            double[] limits = new double[TURNS];
            for (int turn = 0; turn < TURNS; turn++) {
                double commits = commits(clients, A_TURN);
                double calls = calls(clients, A_TURN);
                ours[turn] = commands(clients, A_TURN);
                limits[turn] = 1 / (2 / commits + 1 / calls);
                System.out.printf(
                        "P1 turn %d with %d at a time: %.0f commits, %.0f calls, %.0f commands a second%n",
                        turn + 1, clients, commits, calls, ours[turn]);
            }
            return Sides.Result.of(ours, limits);
        }

        private double commits(int clients, int number) throws Exception {
            return rate(clients, Collections.nCopies(number, RECORD), what -> database.sql(
                            "insert into public.commits (what) values (?)")
                    .param(what)
                    .update());
        }

        private double calls(int clients, int number) throws Exception {
            return rate(clients, some(number), sender::call);
        }

        private double commands(int clients, int number) throws Exception {
            List<CommandId> due =
                    some(number).stream().map(device -> sender.place(by, device)).toList();
            double rate = rate(clients, due, sender::send);
            due.forEach(sender::check);
            return rate;
        }

        private List<DeviceId> some(int number) {
            List<DeviceId> some = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                some.add(devices.get(next++ % devices.size()));
            }
            return some;
        }

        /** How many a second are done by so many clients, each of which begins the next when its last is done. */
        private static <T> double rate(int clients, List<T> all, Consumer<T> one) throws Exception {
            Iterator<T> left = all.iterator();
            long start = System.nanoTime();
            try (ExecutorService working = Executors.newFixedThreadPool(clients)) {
                List<Future<?>> ends = new ArrayList<>();
                for (int client = 0; client < clients; client++) {
                    ends.add(working.submit(() -> {
                        for (T each = take(left); each != null; each = take(left)) {
                            one.accept(each);
                        }
                    }));
                }
                for (Future<?> end : ends) {
                    end.get();
                }
            }
            return all.size() / ((System.nanoTime() - start) / 1e9);
        }

        private static <T> @Nullable T take(Iterator<T> left) {
            synchronized (left) {
                return left.hasNext() ? left.next() : null;
            }
        }
    }
}
