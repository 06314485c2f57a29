package se.handtag;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import se.handtag.identity.DoorEvent;

/** What the portal answers to strangers, behind a proxy with TLS. */
@PortalOverHttp
@DisplayNameGeneration(ReplaceUnderscores.class)
class DoorsTest {
    private static final String HOST = "Host: portal.example.com";
    private static final String TLS = "X-Forwarded-Proto: https";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    @LocalServerPort
    private int port;

    @Autowired
    private CircuitBreakerRegistry breakers;

    @Autowired
    private ConfigurableApplicationContext context;

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
                .anySatisfy(cookie -> assertThat(cookie).contains("language=sv"))
                .allSatisfy(cookie ->
                        assertThat(cookie).startsWith("__Host-").contains("Path=/", "Secure", "HttpOnly", "SameSite="));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/lost", "/nowhere", "/sign-in-failed", "/styles.css", "/favicon.svg", "/actuator/health"})
    void every_answer_tells_browsers_what_to_refuse(String path) {
        var answer = get(path);

        assertThat(answer.first("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.first("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.first("Strict-Transport-Security")).contains("max-age=31536000", "includeSubDomains");
        assertThat(answer.first("Content-Security-Policy")).contains("object-src 'none'", "frame-ancestors 'none'");
        assertThat(answer.first("Referrer-Policy")).isNotEmpty();
        assertThat(answer.all("Server")).isEmpty();
        assertThat(answer.all("X-Powered-By")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in-failed", "/styles.css", "/plain.css", "/check-receipt.html"})
    void what_is_text_says_in_which_letters(String path) {
        assertThat(get(path).first("Content-Type")).startsWith("text/").containsIgnoringCase("charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/icons", "/icons/", "/VAADIN/", "/VAADIN/static/"})
    void no_folder_is_listed(String path) {
        assertThat(get(path).body()).doesNotContain("icon-192.png", "icon-512.png");
    }

    @Test
    void a_page_of_another_origin_opens_no_channel() {
        assertThat(channel("Origin: https://evil.example").status()).isEqualTo(403);
        assertThat(channel("Origin: null").status()).isEqualTo(403);
        assertThat(channel("X-Nothing: here").status()).isEqualTo(403);
        assertThat(channel("Origin: https://portal.example.com").status()).isNotEqualTo(403);
    }

    private RawHttp.Answer channel(String origin) {
        return RawHttp.get(
                port,
                "/VAADIN/push?v-r=push",
                HOST,
                TLS,
                origin,
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
    }

    @Test
    void nobody_writes_where_they_come_from() {
        List<String> addresses = new CopyOnWriteArrayList<>();
        ApplicationListener<PayloadApplicationEvent<?>> listener = event -> {
            if (event.getPayload() instanceof DoorEvent.SignInRefused(var reason, var address)) {
                addresses.add(reason + " " + address);
            }
        };
        context.addApplicationListener(listener);
        try {
            RawHttp.get(port, "/login/oauth2/code/handtag?error=x&state=y", HOST, TLS, "X-Forwarded-For: 203.0.113.9");
        } finally {
            context.removeApplicationListener(listener);
        }

        assertThat(addresses).singleElement().asString().endsWith(" 127.0.0.1");
    }

    @Test
    void refusals_of_strangers_are_counted() {
        List<String> reasons = new CopyOnWriteArrayList<>();
        ApplicationListener<PayloadApplicationEvent<?>> listener = event -> {
            if (event.getPayload() instanceof DoorEvent.StrangerRefused(var reason, var address)) {
                reasons.add(reason + " " + address);
            }
        };
        context.addApplicationListener(listener);
        try {
            RawHttp.get(port, "/actuator/prometheus", "Host: 10.0.0.1");
            RawHttp.get(port, "/lost", "Host: evil.example", TLS);
            RawHttp.send(port, "POST /logout", "a=b", HOST, TLS, FORM);
            channel("Origin: https://evil.example");
            get("/lost");
            get("/nowhere");
        } finally {
            context.removeApplicationListener(listener);
        }

        assertThat(reasons)
                .containsExactly(
                        "http-401 127.0.0.1", "http-400 127.0.0.1", "http-403 127.0.0.1", "http-403 127.0.0.1");
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
        assertThat(RawHttp.send(port, "POST /lost", "a=" + "b".repeat(400_000), HOST, TLS, FORM)
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 5",
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: 5, 6",
                "Content-Length: +5",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding: chunked, identity"
            })
    void nobody_hides_a_request_behind_another_that_has_two_lengths(String lengths) {
        String answer = RawHttp.exactly(
                port,
                "POST /sign-in-failed HTTP/1.1\r\n" + HOST + "\r\n" + TLS + "\r\n" + lengths
                        + "\r\n\r\n0\r\n\r\nGET /styles.css HTTP/1.1\r\n" + HOST + "\r\nConnection: close\r\n\r\n");

        assertThat(answer.lines().filter(line -> line.startsWith("HTTP/1.1 ")))
                .as(answer)
                .singleElement()
                .asString()
                .doesNotContain(" 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a=2", "code=x&state=y&state=z", "a=1&b=2&a=1"})
    void a_parameter_said_twice_is_refused_wherever_it_stands(String parameters) {
        assertThat(get("/sign-in-failed?" + parameters).status()).isEqualTo(400);
        assertThat(RawHttp.send(port, "POST /logout", parameters, HOST, TLS, FORM)
                        .status())
                .isEqualTo(400);
        assertThat(get("/sign-in-failed?a=1&b=1").status()).isEqualTo(200);
    }
}
