package se.handtag.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;

/** Keycloak as its makers ship it, in a process of its own, with one realm and everything in memory. */
public final class Keycloak implements AutoCloseable {
    private static final Pattern LISTENS = Pattern.compile("Listening on: http://[^:]+:(\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final Path output;

    private Keycloak(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Begins to start it.
     *
     * @param address under which browsers find it, such as {@code http://localhost:12345}
     * @param portal the portal's address, for the realm
     */
    public static Keycloak start(String address, String portal) {
        try (var realm = Objects.requireNonNull(Keycloak.class.getResourceAsStream("/keycloak/handtag-realm.json"))) {
            Path home = Path.of(Objects.requireNonNull(
                            System.getProperty("handtag.keycloak"),
                            "Set the system property handtag.keycloak to the unpacked Keycloak"))
                    .toAbsolutePath();
            Files.createDirectories(home.resolve("data/import"));
            Files.writeString(
                    home.resolve("data/import/handtag-realm.json"),
                    new String(realm.readAllBytes(), UTF_8).replace("{portal}", portal));
            Path output = Files.createTempFile("keycloak", ".log");
            var command = new ProcessBuilder(
                            "bash",
                            home.resolve("bin/kc.sh").toString(),
                            "start-dev",
                            "--import-realm",
                            "--db=dev-mem",
                            "--cache=local",
                            "--http-host=127.0.0.1",
                            "--http-port=0",
                            "--hostname=" + address)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            command.environment().put("JAVA_HOME", System.getProperty("java.home"));
            command.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m -XX:TieredStopAtLevel=1");
            return new Keycloak(command.start(), output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Waits until it answers. @return its port */
    public int port() {
        await().atMost(PATIENCE).until(() -> listens() > 0 || !process.isAlive());
        if (listens() == 0) {
            throw new AssertionError("Keycloak ended: " + printed());
        }
        return listens();
    }

    private int listens() {
        var line = LISTENS.matcher(printed());
        return line.find() ? Integer.parseInt(line.group(1)) : 0;
    }

    private String printed() {
        try {
            return Files.readString(output, UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        await().atMost(PATIENCE).until(() -> !process.isAlive());
    }
}
