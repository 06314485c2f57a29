package se.handtag.identity;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Whether the identity provider can be reached now. */
@Component
public class ProviderState {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final URI document;

    ProviderState(IdentitySettings settings) {
        document = URI.create(settings.issuer().replaceFirst("/+$", "") + "/.well-known/openid-configuration");
    }

    /** What is wrong, for IT, in English and without secrets; empty when it answers. Takes some seconds at the most. */
    public String problem() {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            int status = http.send(
                            HttpRequest.newBuilder(document).timeout(PATIENCE).build(), BodyHandlers.discarding())
                    .statusCode();
            return status == OK ? "" : document + " answers with status " + status;
        } catch (IOException away) {
            return document + " does not answer";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return document + " was not asked";
        }
    }
}
