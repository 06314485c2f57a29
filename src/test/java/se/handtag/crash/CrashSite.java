package se.handtag.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.handtag.trial.Program;
import se.handtag.trial.mdm.TrialMdmMain;

/** A portal's database and its MDM, each in processes of its own, and nodes of the portal on them. */
final class CrashSite implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+/api");
    private static final List<String> QUICK_START = List.of(
            Program.JAVA,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx320m",
            "-Duser.language=en",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Path folder;
    private final Database database;
    private final Spoken mdm;
    private final String nodeClasses;
    /** What the JVM has learnt of a start, so that the next ones take less; null for nothing. */
    private @Nullable Path learnt;

    private final String api;

    /**
     * @param folder what is in it from earlier goes on
     * @param devices how many devices the MDM has
     */
    CrashSite(Path folder, int devices) {
        try {
            this.folder = Files.createDirectories(folder.toAbsolutePath());
            database = new Database(this.folder.resolve("database"));

            nodeClasses = NodeJar.classPath(this.folder.resolve("portal.jar"));
            mdm = java(
                    "mdm.log",
                    "",
                    Objects.requireNonNull(System.getProperty("java.class.path")),
                    TrialMdmMain.class,
                    List.of(
                            "-Dhandtag.trial.data=" + this.folder,
                            "-Dhandtag.trial.mdm.port=" + Database.freePort(),
                            "-Dhandtag.trial.mdm.speed=0",
                            "-Dhandtag.trial.devices=" + devices),
                    List.of());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var address = ADDRESS.matcher(
                Objects.requireNonNull(mdm.next("The trial MDM answers"), "The trial MDM ended at once"));
        if (!address.find()) {
            throw new IllegalStateException("The trial MDM does not say where it is");
        }
        api = address.group();
    }

    /** Spends most of a minute on a start from which the JVM learns, for whoever starts many. */
    void learn() {
        Path file = folder.resolve("node.aot");
        Spoken node = node(List.of("-XX:AOTCacheOutput=" + file), List.of());
        node.next("READY");
        node.hangUp();
        node.exitCode();
        learnt = Files.exists(file) ? file : null;
    }

    Database database() {
        return database;
    }

    Witness witness() {
        return new Witness(api);
    }

    /**
     * Starts a node.
     *
     * @param armed where it is to be halted while it takes up what is left over, empty for nowhere
     */
    Spoken node(List<FaultPoint> armed) {
        Spoken node = node(learnt == null ? List.of() : List.of("-XX:AOTCache=" + learnt), armed);
        if (armed.isEmpty()) {
            node.next("READY");
        } else {
            // Or it is halted before it is.
            node.nextUnlessEnded("READY");
        }
        return node;
    }

    private Spoken node(List<String> options, List<FaultPoint> armed) {
        List<String> settings = new ArrayList<>(List.of(
                "handtag.crash.database=" + database.data(),
                "handtag.crash.armed=" + Round.names(armed),
                "handtag.address=http://localhost",
                "handtag.mdm.url=" + api,
                "handtag.mdm.username=handtag",
                "handtag.mdm.password=handtag",
                "handtag.identity.issuer=http://localhost:1",
                "handtag.identity.client-id=handtag",
                "handtag.identity.client-secret=none",
                "handtag.audit.keys=" + folder.resolve("keys"),
                "handtag.audit.checkpoints.folder=" + folder.resolve("checkpoints"),
                "handtag.audit.checkpoints.interval=1s",
                "handtag.requests.undo=0s",
                "spring.datasource.url=" + database.url(),
                "spring.datasource.username=postgres",
                "spring.datasource.password=trusted",
                "spring.datasource.hikari.connection-timeout=5000",
                // For those who are stopped with a connection in their hands.
                "spring.datasource.hikari.maximum-pool-size=30",
                "db-scheduler.threads=16",
                "spring.jmx.enabled=false",
                "logging.level.root=warn",
                // So that what a halted node had is taken over at once.
                "db-scheduler.heartbeat-interval=250ms",
                "db-scheduler.polling-interval=100ms"));
        for (String action : List.of("wipe", "message")) {
            for (String whose : List.of("person", "approver", "company")) {
                settings.add("handtag.commands.limits." + action + "." + whose + "=1000000");
            }
        }
        try {
            return java(
                    "node.log",
                    CrashNode.SAYS,
                    nodeClasses,
                    CrashNode.class,
                    options,
                    settings.stream().map(each -> "--" + each).toList());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Spoken java(
            String log, String says, String classPath, Class<?> main, List<String> properties, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(QUICK_START);
        command.addAll(properties);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(arguments);
        return new Spoken(folder.resolve(log), says, command);
    }

    @Override
    public void close() {
        mdm.close();
        database.close();
    }
}
