package se.handtag.trial.mdm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Somebody with an HTTP client and the login. */
final class Caller implements AutoCloseable {
    static final String LOGIN =
            "Basic " + Base64.getEncoder().encodeToString("handtag:handtag".getBytes(StandardCharsets.UTF_8));

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String root;

    Caller(TrialMdm mdm) {
        root = "http://localhost:" + mdm.port();
    }

    /** An answer's status and text. */
    record Reply(int status, String body) {
        Reply ok() {
            assertThat(status).as(body).isEqualTo(200);
            return this;
        }

        int id() {
            return Integer.parseInt(ok().body());
        }
    }

    Reply get(String path) {
        return send("GET", "/api" + path, null);
    }

    Reply put(String path, String json) {
        return send("PUT", "/api" + path, json);
    }

    Reply post(String path, String json) {
        return send("POST", "/api" + path, json);
    }

    Reply post(String path) {
        return send("POST", "/api" + path, null);
    }

    Reply delete(String path) {
        return send("DELETE", "/api" + path, null);
    }

    Reply witness(String path) {
        return send("GET", "/witness" + path, null);
    }

    Reply tell(String path, @Nullable String json) {
        return send("POST", "/witness" + path, json);
    }

    Reply send(String method, String target, @Nullable String json, String... headers) {
        try {
            var response = http.send(request(method, target, json, headers), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    HttpResponse<String> response(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    HttpRequest request(String method, String target, @Nullable String json, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(root + target))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", LOGIN)
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request.build();
    }

    @Override
    public void close() {
        http.close();
    }
}
