package se.handtag.audit;

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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checkpoints at an address that takes {@code PUT} and {@code GET}: {@code latest}, and one for each size. */
final class CheckpointTarget implements CheckpointPlace {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    // By HTTP/1.1 it is known which Host is sent, and that is signed.
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI target;
    private final @Nullable String authorization;
    private final @Nullable RequestSignature signature;

    /**
     * @param authorization sent with every request
     * @param signature signs every request
     */
    CheckpointTarget(URI target, @Nullable String authorization, @Nullable RequestSignature signature) {
        this.target = target;
        this.authorization = authorization;
        this.signature = signature;
    }

    @Override
    public @Nullable String latest() {
        var answer = send(request("GET", "latest", null));
        if (answer.statusCode() == 404) {
            return null;
        }
        return accepted(answer).body();
    }

    @Override
    public void put(long size, String note) {
        for (String name : new String[] {"checkpoint-" + size, "latest"}) {
            accepted(send(request("PUT", name, note)));
        }
    }

    private HttpRequest request(String method, String name, @Nullable String text) {
        String base = target.toString();
        var address = URI.create(base.endsWith("/") ? base + name : base + "/" + name);
        byte[] body = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = text == null ? Map.of() : Map.of("content-type", "text/plain; charset=utf-8");
        if (signature != null) {
            headers = signature.headers(method, address, headers, body);
        }
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .method(method, text == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request.build();
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
