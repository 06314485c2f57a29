package se.handtag;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the portal answers to strangers, behind a proxy with TLS. */
@PortalOverHttp
@DisplayNameGeneration(ReplaceUnderscores.class)
class DoorsTest {
    private static final String HOST = "Host: portal.example.com";
    private static final String TLS = "X-Forwarded-Proto: https";

    @LocalServerPort
    private int port;

    @Autowired
    private CircuitBreakerRegistry breakers;

    private RawHttp.Answer get(String path) {
        return RawHttp.get(port, path, HOST, TLS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "portal.example.com.evil.example", "localhost", "10.0.0.1:8080"})
    void a_request_for_another_host_is_refused(String host) {
        var answer = RawHttp.get(port, "/lost", "Host: " + host, TLS);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.first("Location")).isEmpty();
        assertThat(answer.body()).doesNotContain("evil.example");
    }

    @Test
    void what_a_proxy_did_not_say_of_the_host_leads_nowhere() {
        var answer = RawHttp.get(
                port,
                "/oauth2/authorization/handtag",
                HOST,
                TLS,
                "X-Forwarded-Host: evil.example",
                "Forwarded: host=evil.example",
                "X-Forwarded-Prefix: /evil");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.first("Location"))
                .contains("redirect_uri=https://portal.example.com/login/oauth2/code/handtag")
                .contains("code_challenge_method=S256", "nonce=", "state=")
                .doesNotContain("evil");
    }

    @Test
    void the_session_is_for_this_host_over_tls_alone_and_no_script_reads_it() {
        assertThat(get("/lost").all("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-handtag=")
                        .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                        .doesNotContainIgnoringCase("Domain"))
                .allSatisfy(cookie -> assertThat(cookie).contains("Secure", "HttpOnly", "SameSite="));
        assertThat(get("/sign-in-failed?language=sv").all("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie).contains("Secure", "HttpOnly", "SameSite="));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/lost", "/nowhere", "/sign-in-failed", "/styles.css", "/favicon.svg", "/actuator/health"})
    void every_answer_tells_browsers_what_to_refuse(String path) {
        var answer = get(path);

        assertThat(answer.first("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.first("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.first("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(answer.first("Referrer-Policy")).isNotEmpty();
        assertThat(answer.all("Server")).isEmpty();
        assertThat(answer.all("X-Powered-By")).isEmpty();
    }

    @Test
    void a_request_has_a_name_that_whoever_asks_cannot_choose() {
        var answer = RawHttp.get(port, "/nowhere", HOST, TLS, "X-Request-Id: mine");

        assertThat(answer.all("X-Request-Id")).singleElement().asString().matches("[A-Z0-9]{8}");
    }

    @Test
    void health_shows_that_the_mdm_cannot_be_reached_and_stays_well() {
        breakers.circuitBreaker("mdm").transitionToOpenState();
        try {
            var answer = RawHttp.get(port, "/actuator/health", "Host: 10.0.0.1");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("\"status\":\"UP\"", "\"mdm\":{", "\"status\":\"UNREACHABLE\"", "\"db\":{")
                    .doesNotContain("details", "breaker", "PostgreSQL");
        } finally {
            breakers.circuitBreaker("mdm").reset();
        }
    }

    @Test
    void metrics_are_for_whoever_has_the_token() {
        String path = "/actuator/prometheus";
        assertThat(RawHttp.get(port, path, "Host: 10.0.0.1").status()).isEqualTo(401);
        assertThat(RawHttp.get(port, path, "Host: 10.0.0.1", "Authorization: Bearer another")
                        .status())
                .isEqualTo(401);

        var answer = RawHttp.get(port, path, "Host: 10.0.0.1", "Authorization: Bearer a-token-for-tests");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "resilience4j_circuitbreaker_state{",
                        "resilience4j_bulkhead_available_concurrent_calls{",
                        "resilience4j_retry_calls_total{",
                        "name=\"mdm\"",
                        "http_server_requests_seconds",
                        "hikaricp_connections",
                        "jvm_memory_used_bytes");
        assertThat(answer.all("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/loggers", "/actuator/sbom"})
    void nothing_else_of_the_inside_is_shown(String path) {
        assertThat(get(path).status()).isNotEqualTo(200);
    }

    @Test
    void what_is_too_large_is_refused_and_nothing_breaks() {
        String form = "application/x-www-form-urlencoded";
        assertThat(RawHttp.send(port, "POST /lost", "a=" + "b".repeat(400_000), HOST, TLS, "Content-Type: " + form)
                        .status())
                .isBetween(400, 499);
        assertThat(RawHttp.get(port, "/lost?" + "a".repeat(20_000), HOST, TLS).status())
                .isBetween(400, 499);
        assertThat(get("/actuator/health").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE /", "CONNECT /", "TRACK /lost"})
    void methods_that_nobody_needs_are_refused(String line) {
        assertThat(RawHttp.send(port, line, "", HOST, TLS).status()).isBetween(400, 501);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/lost/..%2f..%2factuator/env", "/lost;jsessionid=1", "//evil.example/", "/%2e%2e/actuator/env"})
    void paths_that_mean_two_things_are_refused_or_found_nowhere(String path) {
        var answer = get(path);

        assertThat(answer.status()).isNotEqualTo(200);
        assertThat(answer.first("Location")).doesNotStartWith("//").doesNotStartWith("http://evil");
    }
}
