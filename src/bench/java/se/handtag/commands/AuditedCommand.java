package se.handtag.commands;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContextManager;
import se.handtag.identity.SamplePeople;
import se.handtag.mdm.DeviceId;
import se.handtag.policy.Action;
import se.handtag.requests.Asked;
import se.handtag.requests.Requests;

/**
 * A command from due to accepted, decided once more, with its intent and its outcome durable and in the log, against what the
 * same database and the same MDM allow at best: two commits and one call.
 */
public final class AuditedCommand {
    private static final int COMMANDS = 400;
    private static final int TURNS = 5;

    private AuditedCommand() {}

    /** The lines to print. */
    public static List<String> measure(Path folder) throws Exception {
        try (var halts = new Halts(folder)) {
            halts.settings().forEach(System::setProperty);
            ApplicationContext portal = new TestContextManager(HaltingNode.Portal.class)
                    .getTestContext()
                    .getApplicationContext();
            portal.getBean(Scheduler.class).pause();
            List<String> lines = new ArrayList<>();
            for (int clients : new int[] {1, 8}) {
                double[] ratios = new double[TURNS];
                String last = "";
                for (int turn = 0; turn < TURNS; turn++) {
                    double commits = rate(clients, COMMANDS, commits(halts, clients));
                    double calls = rate(clients, COMMANDS, calls(halts));
                    double commands = rate(clients, COMMANDS, commands(portal));
                    double limit = 1 / (2 / commits + 1 / calls);
                    ratios[turn] = commands / limit;
                    last = String.format(
                            Locale.ROOT,
                            "%.0f commands/s; %.0f commits/s, %.0f calls/s",
                            commands,
                            commits,
                            calls);
                    System.out.printf(Locale.ROOT, "P1 %d clients, turn %d: %.2f%n", clients, turn, ratios[turn]);
                }
                Arrays.sort(ratios);
                lines.add(String.format(
                        Locale.ROOT,
                        "P1  audited command / limit, %d client%s (aim %s): %.2f (%.2f to %.2f); %s",
                        clients,
                        clients == 1 ? "" : "s",
                        clients == 1 ? "0.90" : "0.85",
                        ratios[TURNS / 2],
                        ratios[0],
                        ratios[TURNS - 1],
                        last));
            }
            return lines;
        }
    }

    private static Callable<Void> commands(ApplicationContext portal) {
        var requests = portal.getBean(Requests.class);
        var commands = portal.getBean(Commands.class);
        var delivery = portal.getBean(Delivery.class);
        var actor = portal.getBean(SamplePeople.class).actor("sara");
        var due = new ConcurrentLinkedQueue<CommandId>();
        for (int command = 0; command < COMMANDS; command++) {
            DeviceId device = HaltingNode.DEVICES.get(command % HaltingNode.DEVICES.size());
            if (requests.ask(actor, device, new Action.Lock(), "because") instanceof Asked.OnItsWay onItsWay) {
                due.add(commands.ofRequest(onItsWay.request().value())
                        .orElseThrow()
                        .id());
            }
        }
        return () -> {
            delivery.next(due.remove());
            return null;
        };
    }

    private static Callable<Void> commits(Halts halts, int clients) throws Exception {
        var connections = new ConcurrentLinkedQueue<Connection>();
        for (int client = 0; client < clients; client++) {
            var connection = DriverManager.getConnection(halts.databaseUrl(), "postgres", "postgres");
            connection.createStatement().execute("create table if not exists bench_commit (at timestamptz, body text)");
            connections.add(connection);
        }
        return () -> {
            Connection connection = connections.remove();
            try (var insert = connection.prepareStatement("insert into bench_commit values (now(), ?)")) {
                insert.setString(1, "x".repeat(400));
                insert.executeUpdate();
            } finally {
                connections.add(connection);
            }
            return null;
        };
    }

    private static Callable<Void> calls(Halts halts) {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        String login = "Basic " + Base64.getEncoder().encodeToString("handtag:handtag".getBytes());
        var request = HttpRequest.newBuilder(
                        URI.create(halts.mdmUrl() + "/devices/" + HaltingNode.DEVICES.getFirst() + "/lockdevice"))
                .header("Authorization", login)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return () -> {
            http.send(request, BodyHandlers.discarding());
            return null;
        };
    }

    /** How many a second, by so many at once. */
    private static double rate(int clients, int times, Callable<Void> once) throws Exception {
        try (var threads = Executors.newFixedThreadPool(clients)) {
            long start = System.nanoTime();
            List<Future<Void>> all = new ArrayList<>();
            for (int time = 0; time < times; time++) {
                all.add(threads.submit(once));
            }
            for (Future<Void> each : all) {
                each.get();
            }
            return times / ((System.nanoTime() - start) / 1e9);
        }
    }
}
