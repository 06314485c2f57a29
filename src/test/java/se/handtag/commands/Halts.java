package se.handtag.commands;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import se.handtag.trial.mdm.TrialMdmMain;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A database, a trial MDM and portals, each in a process of its own, any of which can be ended without a word. The MDM's
 * journal is the witness.
 */
final class Halts implements AutoCloseable {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path folder;
    private final int port;
    private final Process mdm;
    private final String root;
    private EmbeddedPostgres database;
    private int files;

    Halts(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            try (var probe = new ServerSocket(0)) {
                port = probe.getLocalPort();
            }
            database = startDatabase();
            Path told = file("mdm");
            mdm = java(
                    told,
                    List.of(
                            "-Dhandtag.trial.data=" + folder.resolve("mdm"),
                            "-Dhandtag.trial.mdm.port=0",
                            "-Dhandtag.trial.mdm.speed=0"),
                    TrialMdmMain.class.getName());
            Awaitility.await().atMost(PATIENCE).until(() -> address(told) != null);
            root = String.valueOf(address(told));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmbeddedPostgres startDatabase() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("database"))
                .setOverrideWorkingDirectory(folder.resolve("programs").toFile())
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setPort(port)
                .start();
    }

    /** A portal that ends at that point, or after its rounds. */
    Portal portal(String point, int rounds, String word) {
        Path told = file("portal");
        List<String> settings = new ArrayList<>(List.of("-Dhandtag.halt=" + point));
        settings().forEach((name, value) -> settings.add("-D" + name + "=" + value));
        return new Portal(java(told, settings, HaltingNode.class.getName(), Integer.toString(rounds), word), told);
    }

    /** What a portal has to know, by the names of its settings. */
    Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("spring.datasource.url", databaseUrl()),
                Map.entry("spring.datasource.username", "postgres"),
                Map.entry("spring.datasource.password", "postgres"),
                Map.entry("spring.datasource.hikari.connection-timeout", "2000"),
                Map.entry("handtag.mdm.url", mdmUrl()),
                Map.entry("handtag.mdm.username", "handtag"),
                Map.entry("handtag.mdm.password", "handtag"),
                Map.entry("handtag.identity.issuer", "http://localhost:1"),
                Map.entry("handtag.identity.client-id", "handtag"),
                Map.entry("handtag.identity.client-secret", "handtag"),
                Map.entry("handtag.catalogue.import", "classpath:sample-company/catalogue.yaml"),
                Map.entry("db-scheduler.heartbeat-interval", "400ms"),
                Map.entry("db-scheduler.polling-interval", "100ms"),
                Map.entry("logging.level.root", "warn"));
    }

    String databaseUrl() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    String mdmUrl() {
        return root + "/api";
    }

    /** A portal's process. */
    record Portal(Process process, Path told) {
        int ended() {
            try {
                if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError("It did not end: " + words());
                }
                return process.exitValue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        /** Waits until it has printed that many such lines. */
        void untilTold(String start, int lines) {
            Awaitility.await().atMost(PATIENCE).until(() -> told(start).size() >= lines || !process.isAlive());
        }

        /** The lines that begin so, without their beginning. */
        List<String> told(String start) {
            return words().lines()
                    .filter(line -> line.startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .toList();
        }

        String words() {
            return read(told);
        }
    }

    /** Ends the database's processes at once, as a power cut does to them, and starts it again. */
    void stopDatabaseHard() {
        try {
            String pid = Files.readAllLines(folder.resolve("database/postmaster.pid"), UTF_8)
                    .getFirst()
                    .strip();
            new ProcessBuilder("kill", "-QUIT", pid).start().waitFor();
            var process = ProcessHandle.of(Long.parseLong(pid));
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> process.map(ProcessHandle::isAlive).orElse(false).equals(false));
            database = startDatabase();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** How often the MDM took each message, by its text. */
    Map<String, Integer> messages() {
        Map<String, Integer> messages = new TreeMap<>();
        for (JsonNode entry : journal()) {
            if (entry.path("what").asString().equals("received")
                    && entry.path("request").asString("").endsWith("/sendmessage")) {
                var text = Pattern.compile("\"message\"\\s*:\\s*\"([^\"]*)\"")
                        .matcher(entry.path("body").asString(""));
                if (text.find()) {
                    messages.merge(text.group(1), 1, Integer::sum);
                }
            }
        }
        return messages;
    }

    private List<JsonNode> journal() {
        List<JsonNode> all = new ArrayList<>();
        long after = 0;
        while (true) {
            JsonNode page = get("/witness/journal?after=" + after);
            long last = after;
            for (JsonNode entry : page) {
                all.add(entry);
                last = Math.max(last, entry.path("id").asLong());
            }
            if (last == after) {
                return all;
            }
            after = last;
        }
    }

    /** The commands as the portal's database has them. */
    List<Row> commands() {
        try (var connection = DriverManager.getConnection(databaseUrl(), "postgres", "postgres");
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "select request, action, payload ->> 'text', state, attempts from commands.command")) {
            List<Row> all = new ArrayList<>();
            while (rows.next()) {
                all.add(new Row(
                        rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4), rows.getInt(5)));
            }
            return all;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** A command. */
    record Row(String request, String action, @Nullable String text, String state, int attempts) {}

    private JsonNode get(String target) {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(URI.create(root + target)).build(), BodyHandlers.ofString());
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static @Nullable String address(Path told) {
        var found = Pattern.compile("answers at (http://localhost:[0-9]+)/api").matcher(read(told));
        return found.find() ? found.group(1) : null;
    }

    private Path file(String name) {
        return folder.resolve(name + "-" + files++ + ".txt");
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file, UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process java(Path told, List<String> settings, String main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-Xshare:auto", "-cp", classPath()));
        command.addAll(settings);
        command.add(main);
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(told.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath() {
        String surefire = System.getProperty("surefire.test.class.path");
        return surefire == null ? System.getProperty("java.class.path") : surefire;
    }

    @Override
    public void close() {
        mdm.destroy();
        try {
            mdm.waitFor(30, TimeUnit.SECONDS);
            database.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
