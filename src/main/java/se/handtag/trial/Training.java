package se.handtag.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.List;
import org.springframework.boot.SpringApplication;
import se.handtag.CommandLineTool;
import se.handtag.HandtagApplication;

/**
 * {@code java -jar handtag.jar train}: starts the trial on free ports in a new folder, asks for the first pages and ends, so
 * that the JVM can write down what a start is like ({@code -XX:AOTCacheOutput}, JEP 514).
 */
public final class Training implements CommandLineTool {
    private static final List<String> PAGES =
            List.of("/actuator/health", "/", "/lost", "/sign-in-failed", "/sign-in-failed?language=sv", "/styles.css");

    @Override
    public String word() {
        return "train";
    }

    @Override
    public int run(List<String> arguments) {
        try (var portal = SpringApplication.run(
                        HandtagApplication.class,
                        "--spring.profiles.active=trial",
                        "--server.port=0",
                        "--handtag.trial.mdm.port=0",
                        "--handtag.trial.idp.port=0",
                        "--handtag.trial.data=" + Files.createTempDirectory("handtag-training"));
                var browser = HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()) {
            String address = "http://localhost:" + portal.getEnvironment().getRequiredProperty("local.server.port");
            for (String page : PAGES) {
                browser.send(HttpRequest.newBuilder(URI.create(address + page)).build(), BodyHandlers.discarding());
            }
            return 0;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
