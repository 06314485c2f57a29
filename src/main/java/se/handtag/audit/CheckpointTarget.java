package se.handtag.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Checkpoints at an address that takes {@code PUT} and {@code GET}: {@code latest}, and one for each size. */
final class CheckpointTarget implements CheckpointPlace {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI target;
    private final @Nullable String authorization;

    CheckpointTarget(URI target, @Nullable String authorization) {
        this.target = target;
        this.authorization = authorization;
    }

    @Override
    public @Nullable String latest() {
        var answer = send(request("latest").GET().build());
        if (answer.statusCode() == 404) {
            return null;
        }
        return accepted(answer).body();
    }

    @Override
    public void put(long size, String note) {
        for (String name : new String[] {"checkpoint-" + size, "latest"}) {
            accepted(send(request(name)
                    .header("Content-Type", "text/plain; charset=utf-8")
                    .PUT(HttpRequest.BodyPublishers.ofString(note))
                    .build()));
        }
    }

    private HttpRequest.Builder request(String name) {
        String base = target.toString();
        var request = HttpRequest.newBuilder(URI.create(base.endsWith("/") ? base + name : base + "/" + name))
                .timeout(PATIENCE);
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Stopped while writing a checkpoint", e));
        }
    }

    private static HttpResponse<String> accepted(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new UncheckedIOException(new IOException("The place of checkpoints answered " + answer.statusCode()));
        }
        return answer;
    }

    @Override
    public String name() {
        return target.toString();
    }
}
