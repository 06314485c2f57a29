package se.handtag.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * P8: from the start of the process to the first page, in production, as the container does it, with its cache and the parts
 * that were chosen when the jar was made, against the same without either. Needs the jar that the image is made of:
 * {@code ./mvnw -Dhandtag.run package} first.
 */
final class StartFigure implements Figure {
    private static final int TURNS = 5;

    /** How the image collects garbage, in a heap of whatever size. */
    static final List<String> COLLECTING = List.of(
            "-XX:+UseParallelGC", "-XX:NewRatio=1", "-XX:SurvivorRatio=4", "-XX:-UsePSAdaptiveSurvivorSizePolicy");

    private static final List<String> FLAGS = List.of(
            "-XX:MaxRAMPercentage=75",
            "-XX:InitialRAMPercentage=75",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");
    private static final String CHOSEN_AHEAD = "-Dspring.aot.enabled=true";
    private static final List<String> TRAINING =
            List.of("-XX:AOTCacheOutput=handtag.aot", "-XX:TieredStopAtLevel=1", CHOSEN_AHEAD);
    private static final List<String> WITH = List.of("-XX:AOTCache=handtag.aot", CHOSEN_AHEAD);
    private static final List<String> WITHOUT = List.of("-XX:AOTMode=off");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @Override
    public String name() {
        return "P8";
    }

    @Override
    public List<String> measure() throws Exception {
        Path folder = Files.createTempDirectory("handtag-start");
        Path image = folder.resolve("image");
        run(folder, List.of(JAVA, "-Djarmode=tools", "-jar", Path.of("target/run/handtag.jar").toAbsolutePath().toString(),
                "extract", "--destination", image.toString()));
        run(image, command(TRAINING, "train"));
        try (var database = EmbeddedPostgres.start(); var http = HttpClient.newHttpClient()) {
            start(image, folder, http, database, WITHOUT);
            double[] with = new double[TURNS];
            double[] without = new double[TURNS];
            for (int turn = 0; turn < TURNS; turn++) {
                with[turn] = start(image, folder, http, database, WITH);
                without[turn] = start(image, folder, http, database, WITHOUT);
            }
            return List.of(
                    "P8  start to first page with the cache (aim 2.00 s): " + told(with),
                    "P8  without: " + told(without));
        }
    }

    private static String told(double[] seconds) {
        Arrays.sort(seconds);
        return String.format(
                Locale.ROOT, "%.2f s (%.2f to %.2f)", seconds[TURNS / 2], seconds[0], seconds[TURNS - 1]);
    }

    private static List<String> command(List<String> how, String... arguments) {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(how);
        command.addAll(COLLECTING);
        command.addAll(FLAGS);
        command.addAll(List.of("-jar", "handtag.jar"));
        command.addAll(List.of(arguments));
        return command;
    }

    private static void run(Path folder, List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException("Failed: " + command);
        }
    }

    private static double start(Path image, Path folder, HttpClient http, EmbeddedPostgres database, List<String> how)
            throws IOException, InterruptedException {
        int port;
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = probe.getLocalPort();
        }
        var builder = new ProcessBuilder(command(how)).directory(image.toFile()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile());
        builder.environment().putAll(Map.of(
                "HANDTAG_ADDRESS", "http://localhost:" + port,
                "SERVER_PORT", Integer.toString(port),
                "SPRING_DATASOURCE_URL", database.getJdbcUrl("postgres", "postgres"),
                "SPRING_DATASOURCE_USERNAME", "postgres",
                "SPRING_DATASOURCE_PASSWORD", "trusted",
                "HANDTAG_MDM_URL", "http://localhost:1/api",
                "HANDTAG_MDM_USERNAME", "handtag",
                "HANDTAG_MDM_PASSWORD", "handtag",
                "HANDTAG_AUDIT_KEYS", folder.resolve("keys").toString(),
                "HANDTAG_AUDIT_CHECKPOINTS_FOLDER", folder.resolve("checkpoints").toString()));
        builder.environment().putAll(Map.of(
                "HANDTAG_IDENTITY_ISSUER", "http://localhost:1",
                "HANDTAG_IDENTITY_CLIENT_ID", "handtag",
                "HANDTAG_IDENTITY_CLIENT_SECRET", "a-secret"));
        long from = System.nanoTime();
        Process process = builder.start();
        try {
            URI page = URI.create("http://localhost:" + port + "/sign-in-failed");
            while (process.isAlive()) {
                // Whether anybody is there is asked as lightly as can be: the start has the same processors.
                try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    if (http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding()).statusCode() == 200) {
                        return (System.nanoTime() - from) / 1e9;
                    }
                } catch (IOException notYet) {
                    Thread.sleep(10);
                }
            }
            throw new IOException(Files.readString(folder.resolve("output.txt")));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }
}
