package se.handtag.production;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import se.handtag.trial.Program;
import se.handtag.trial.idp.TrialIdp;
import se.handtag.trial.idp.TrialIdpSettings;

/** What stands around a node, and what is the same for all nodes: keys, checkpoints, the identity provider. */
final class Site implements AutoCloseable {
    private static final String SECRET = "a-secret-for-tests";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path folder;
    private final TrialIdp idp = TrialIdp.start(new TrialIdpSettings(0, SECRET));
    private final HttpClient http = HttpClient.newHttpClient();

    Site(Path folder) {
        this.folder = folder;
    }

    /** A node that has begun to start. */
    record Node(int port, Program program) {}

    Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    /**
     * Starts a node.
     *
     * @param address where people find the portal
     * @param more further variables
     */
    Node start(String address, int port, String database, Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(Map.of(
                "HANDTAG_ADDRESS", address,
                "SERVER_PORT", Integer.toString(port),
                "SPRING_DATASOURCE_URL", database,
                "SPRING_DATASOURCE_USERNAME", "postgres",
                "SPRING_DATASOURCE_PASSWORD", "trusted",
                "HANDTAG_MDM_URL", "http://localhost:1/api",
                "HANDTAG_MDM_USERNAME", "handtag",
                "HANDTAG_MDM_PASSWORD", "handtag"));
        variables.putAll(Map.of(
                "HANDTAG_IDENTITY_ISSUER",
                idp.issuer(),
                "HANDTAG_IDENTITY_CLIENT_ID",
                TrialIdp.CLIENT_ID,
                "HANDTAG_IDENTITY_CLIENT_SECRET",
                SECRET,
                "HANDTAG_IDENTITY_PROXIES",
                "127.0.0.1",
                "HANDTAG_AUDIT_KEYS",
                folder.resolve("keys").toString(),
                "HANDTAG_AUDIT_CHECKPOINTS_FOLDER",
                checkpoints().toString(),
                "HANDTAG_AUDIT_CHECKPOINTS_INTERVAL",
                "1s"));
        variables.putAll(more);
        String jar = Objects.requireNonNull(System.getProperty("handtag.jar"), "Set handtag.jar to the built jar");
        return new Node(
                port,
                Program.start(
                        folder,
                        variables,
                        List.of(
                                Program.JAVA,
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx384m",
                                "-Duser.language=en",
                                // With the parts that were chosen ahead of time, as in the image.
                                "-Dspring.aot.enabled=true",
                                "-jar",
                                Path.of(jar).toAbsolutePath().toString())));
    }

    /** Waits until the node says that it is well. */
    Node untilWell(Node node) {
        await().atMost(PATIENCE).until(() -> isWell(node) || node.program().hasEnded());
        if (node.program().hasEnded()) {
            throw new AssertionError(
                    "It ended: " + node.program().output() + node.program().errors());
        }
        return node;
    }

    private boolean isWell(Node node) throws InterruptedException {
        try {
            return http.send(
                                    HttpRequest.newBuilder(
                                                    URI.create("http://localhost:" + node.port() + "/actuator/health"))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    static int freePort() {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** How many records the newest checkpoint covers: its second line, as C2SP's tlog-checkpoint has it; 0 without any. */
    long covered() {
        try (var files = Files.exists(checkpoints()) ? Files.list(checkpoints()) : Stream.<Path>empty()) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(Site::size)
                    .max()
                    .orElse(0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static long size(Path checkpoint) {
        try {
            return Long.parseLong(Files.readAllLines(checkpoint).get(1));
        } catch (IOException | RuntimeException halfWritten) {
            return 0;
        }
    }

    @Override
    public void close() {
        http.close();
        idp.close();
    }
}
