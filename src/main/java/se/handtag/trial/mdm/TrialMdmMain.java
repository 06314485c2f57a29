package se.handtag.trial.mdm;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Runs the trial MDM server alone, with a PostgreSQL of its own, as a stand-in for anybody's client.
 *
 * <p>Settings are system properties, or variables named alike ({@code HANDTAG_TRIAL_MDM_PORT}): {@code handtag.trial.data} (folder, default {@code .handtag}; its own part is
 * {@code mdm} in it), {@code handtag.trial.mdm.port} (8081), {@code handtag.trial.mdm.username} and {@code .password}
 * ({@code handtag}), {@code handtag.trial.mdm.speed} (1), {@code handtag.trial.mdm.seed} (1),
 * {@code handtag.trial.devices} (0: the sample company), or {@code handtag.trial.mdm.database.url}, {@code .username},
 * {@code .password} for a database that is there already.
 */
public final class TrialMdmMain {
    private TrialMdmMain() {}

    /** Starts, prints how to call it, and runs until the process ends. */
    public static void main(String[] arguments) throws InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        LoggingSystem.get(TrialMdmMain.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        try {
            var ended = new CountDownLatch(1);
            Optional<OwnDatabase> own = setting("mdm.database.url").isPresent()
                    ? Optional.empty()
                    : Optional.of(OwnDatabase.start(Path.of(setting("data").orElse(".handtag"), "mdm")));
            TrialMdm mdm = TrialMdm.start(settings(own));
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
                mdm.close();
                own.ifPresent(OwnDatabase::close);
                ended.countDown();
            }));
            out.print(greeting(mdm, setting("mdm.username").orElse("handtag")));
            ended.await();
        } catch (UncheckedIOException | IllegalArgumentException sayWhy) {
            System.err.println(sayWhy.getMessage());
            System.exit(1);
        }
    }

    private static TrialMdmSettings settings(Optional<OwnDatabase> own) {
        return TrialMdmSettings.of(
                        own.map(OwnDatabase::url)
                                .orElseGet(() -> setting("mdm.database.url").orElseThrow()),
                        own.isPresent()
                                ? "postgres"
                                : setting("mdm.database.username").orElse("postgres"),
                        own.isPresent() ? "" : setting("mdm.database.password").orElse(""))
                .withPort(setting("mdm.port").map(Integer::parseInt).orElse(8081))
                .withLogin(
                        setting("mdm.username").orElse("handtag"),
                        setting("mdm.password").orElse("handtag"))
                .withSpeed(setting("mdm.speed").map(Double::parseDouble).orElse(1.0))
                .withSeed(setting("mdm.seed").map(Long::parseLong).orElse(1L))
                .withDevices(setting("devices").map(Integer::parseInt).orElse(0));
    }

    private static Optional<String> setting(String name) {
        String whole = "handtag.trial." + name;
        String variable = whole.toUpperCase(Locale.ROOT).replace('.', '_');
        return Optional.ofNullable(System.getProperty(whole)).or(() -> Optional.ofNullable(System.getenv(variable)));
    }

    static String greeting(TrialMdm mdm, String username) {
        return """

                The trial MDM answers at %1$s
                What its devices do: http://localhost:%2$d/

                  curl -u %3$s '%1$s/devices?serialNumber=FP2HFGK7QX'
                  curl -u %3$s --json '{"message":"Hej"}' %1$s/devices/19eefc94-c6ca-4215-9ac4-c366a4136e1a/sendmessage
                  curl -u %3$s -X POST -H 'X-Trial-Fault: reset' %1$s/devices/19eefc94-c6ca-4215-9ac4-c366a4136e1a/lockdevice
                  curl 'http://localhost:%2$d/witness/journal?after=0'

                curl asks for the password. Ctrl-C ends the server; what happened stays.
                """.formatted(mdm.apiUrl(), mdm.port(), username);
    }

    /** A PostgreSQL with its data in a folder, which survives a process that was ended hard. */
    private record OwnDatabase(EmbeddedPostgres server) {
        static OwnDatabase start(Path folder) {
            try {
                Path data = Files.createDirectories(folder.toAbsolutePath()).resolve("postgresql");
                stopLeftover(data);
                return new OwnDatabase(EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setOverrideWorkingDirectory(
                                folder.toAbsolutePath().resolve("server").toFile())
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start());
            } catch (IOException failed) {
                throw new UncheckedIOException(
                        "The trial MDM's database in " + folder + " did not start: " + failed.getMessage(), failed);
            }
        }

        /** Ends, in good order, the server that a killed process left behind on the same data. */
        private static void stopLeftover(Path data) throws IOException {
            Path pidFile = data.resolve("postmaster.pid");
            if (!Files.exists(pidFile)) {
                return;
            }
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            Optional<ProcessHandle> left = ProcessHandle.of(pid)
                    .filter(process -> process.info().command().orElse("").contains("postgres"));
            if (left.isEmpty()) {
                return;
            }
            left.get().destroy();
            try {
                left.get().onExit().get(15, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException stillThere) {
                throw new IOException("an earlier one, process " + pid + ", does not end", stillThere);
            }
        }

        String url() {
            return server.getJdbcUrl("postgres", "postgres");
        }

        void close() {
            try {
                server.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
