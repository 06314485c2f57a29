package se.handtag.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;
import se.handtag.CommandLineTool;
import se.handtag.HandtagApplication;

/**
 * {@code java -jar handtag.jar train}: starts the portal as in production, on a free port with a database in a new folder and
 * nobody at the addresses of MDM and identity provider, asks for the first pages and ends, so that the JVM can write down what
 * a start is like ({@code -XX:AOTCacheOutput}, JEP 514).
 */
public final class Training implements CommandLineTool {
    private static final String NOBODY = "http://localhost:1";
    private static final List<String> PAGES =
            List.of("/actuator/health", "/", "/lost", "/sign-in-failed", "/sign-in-failed?language=sv", "/styles.css");

    @Override
    public String word() {
        return "train";
    }

    @Override
    public int run(List<String> arguments) {
        try {
            Path place = Files.createTempDirectory("handtag-training");
            try {
                start(place);
            } finally {
                FileSystemUtils.deleteRecursively(place);
            }
            return 0;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static void start(Path place) throws IOException, InterruptedException {
        try (var folder = DataFolder.take(place);
                var database = TrialDatabase.start(folder, 0, new SecureRandom());
                var portal = SpringApplication.run(HandtagApplication.class, settings(folder, database));
                var browser = HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()) {
            String address = "http://localhost:" + portal.getEnvironment().getRequiredProperty("local.server.port");
            for (String page : PAGES) {
                browser.send(HttpRequest.newBuilder(URI.create(address + page)).build(), BodyHandlers.discarding());
            }
        }
    }

    private static String[] settings(DataFolder folder, TrialDatabase database) {
        return Map.ofEntries(
                        Map.entry("server.port", "0"),
                        Map.entry("handtag.address", "http://localhost"),
                        Map.entry("spring.datasource.url", database.url()),
                        Map.entry("spring.datasource.username", database.user()),
                        Map.entry("spring.datasource.password", database.password()),
                        Map.entry("handtag.mdm.url", NOBODY),
                        Map.entry("handtag.mdm.username", "training"),
                        Map.entry("handtag.mdm.password", "training"),
                        Map.entry("handtag.identity.issuer", NOBODY),
                        Map.entry("handtag.identity.client-id", "training"),
                        Map.entry("handtag.identity.client-secret", "training"),
                        // What is there for settings that may be left out is part of the start, too.
                        Map.entry("spring.mail.host", "localhost"),
                        Map.entry("handtag.notifications.from", "training@example.com"),
                        Map.entry(
                                "management.opentelemetry.tracing.export.otlp.endpoint",
                                "http://localhost:1/v1/traces"),
                        Map.entry("handtag.audit.keys", folder.resolve("keys").toString()),
                        Map.entry(
                                "handtag.audit.checkpoints.folder",
                                folder.resolve("checkpoints").toString()))
                .entrySet()
                .stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }
}
