package se.handtag.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** By the examples that AWS publishes of it, and as it arrives. */
class RequestSignatureTest {
    private static final AccessKey KEY =
            new AccessKey("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2013-05-24T00:00:00Z"), ZoneOffset.UTC);
    private static final byte[] NOTHING = new byte[0];

    private final RequestSignature signature = new RequestSignature(KEY, CLOCK);

    @Test
    void a_get_is_signed_as_in_the_published_example() {
        var headers = signature.headers(
                "GET",
                URI.create("https://examplebucket.s3.amazonaws.com/test.txt"),
                Map.of("range", "bytes=0-9"),
                NOTHING);
        assertThat(headers)
                .containsEntry(
                        "x-amz-content-sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
                .containsEntry("x-amz-date", "20130524T000000Z")
                .containsEntry(
                        "authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                                + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                                + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41")
                .doesNotContainKey("host");
    }

    @Test
    void a_put_with_a_body_and_a_sign_in_its_name_is_signed_as_in_the_published_example() {
        var headers = signature.headers(
                "PUT",
                URI.create("https://examplebucket.s3.amazonaws.com:443/test$file.text"),
                Map.of("date", "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class", "REDUCED_REDUNDANCY"),
                "Welcome to Amazon S3.".getBytes(UTF_8));
        assertThat(headers.get("authorization"))
                .endsWith("Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
    }

    @Test
    void a_path_is_signed_as_it_is_sent_with_a_slash_that_is_encoded_in_it() {
        var headers = signature.headers(
                "GET",
                URI.create("https://examplebucket.s3.amazonaws.com/a%2Fb/c%20d+e"),
                Map.of("range", "bytes=0-9"),
                NOTHING);
        assertThat(headers.get("authorization"))
                .endsWith("Signature=4466ee384830ffb6a996c24eafc03541f27904e509a74079e5d7658e3cfb07fa");
    }

    private record Arrived(String method, URI address, Headers headers, byte[] body) {
        String header(String name) {
            return Objects.requireNonNull(headers.getFirst(name));
        }

        String authorization() {
            return header("Authorization");
        }
    }

    private static List<Arrived> arrived(@Nullable AccessKey key, @Nullable String authorization, String... notes)
            throws IOException {
        List<Arrived> arrived = new CopyOnWriteArrayList<>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            arrived.add(new Arrived(
                    exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(), body));
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("GET") ? 404 : 200, -1);
            exchange.close();
        });
        server.start();
        try {
            var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/låda/the%20log%2Fold");
            var settings = new AuditSettings.Checkpoints(
                    null, address, authorization, key, Duration.ofMinutes(1), 500, 50_000);
            var target = Comparison.target(settings, address, CLOCK);
            assertThat(target.latest()).isNull();
            for (String note : notes) {
                target.put(3, note);
            }
            return arrived;
        } finally {
            server.stop(0);
        }
    }

    @Test
    void what_arrives_is_signed_with_its_host_its_body_and_its_type() throws Exception {
        var arrived = arrived(KEY, null, "one\n", "two\n");
        assertThat(arrived)
                .hasSize(5)
                .allSatisfy(request ->
                        assertThat(request.address().getRawPath()).startsWith("/l%C3%A5da/the%20log%2Fold/"));
        for (var request : arrived) {
            assertThat(request.authorization()).startsWith("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/");
            assertThat(request.header("x-amz-content-sha256")).isEqualTo(sha256(request.body()));
            String type = request.headers().getFirst("Content-Type");
            // With what the other end sees, the host above all, the same comes out.
            assertThat(signature.headers(
                            request.method(),
                            URI.create("http://" + request.header("Host") + request.address()),
                            type == null ? Map.of() : Map.of("content-type", type),
                            request.body()))
                    .containsEntry("authorization", request.authorization());
        }
        var put = arrived.get(1);
        var other = arrived.get(3);
        assertThat(other.address()).isEqualTo(put.address());
        assertThat(other.body()).isNotEqualTo(put.body());
        assertThat(other.authorization()).isNotEqualTo(put.authorization());
    }

    @Test
    void without_a_key_or_with_an_empty_one_the_header_is_sent_as_it_is() throws IOException {
        for (var none : Arrays.asList(null, new AccessKey("", " ", "us-east-1"))) {
            assertThat(arrived(none, "Bearer t", "note\n")).allSatisfy(request -> {
                assertThat(request.authorization()).isEqualTo("Bearer t");
                assertThat(request.headers()).doesNotContainKey("X-amz-date");
            });
        }
    }

    @Test
    void a_key_keeps_its_secret() {
        assertThat(KEY.toString()).contains("AKIAIOSFODNN7EXAMPLE").doesNotContain("wJalr");
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
