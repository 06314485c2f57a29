package se.handtag.trial.mdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be made to go wrong. */
class FaultsTest extends WithMdm {
    private static final String GROUP = "{\"name\":\"Ny\"}";

    /** One call with a fault by its header; all bytes that come back. */
    private static String raw(String requestLine, String fault) throws IOException {
        try (var socket = new Socket("localhost", mdm.port())) {
            socket.setSoTimeout(10_000);
            String body = requestLine.startsWith("POST") ? GROUP : "";
            socket.getOutputStream()
                    .write((requestLine + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + Caller.LOGIN
                                    + "\r\nX-Trial-Fault: " + fault + "\r\nContent-Type: application/json"
                                    + "\r\nContent-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body)
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean added() {
        return call().get("/groups?path=Ny").status() == 200;
    }

    @Test
    void reset_cuts_the_connection_before_anything_happens() {
        assertThatThrownBy(() -> raw("POST /api/groups", "reset")).isInstanceOf(SocketException.class);
        assertThat(added()).isFalse();
        assertThat(journal()).containsExactly("fault reset");
    }

    @Test
    void lost_cuts_the_connection_after_it_has_happened() {
        assertThatThrownBy(() -> raw("POST /api/groups", "lost")).isInstanceOf(SocketException.class);
        assertThat(added()).isTrue();
        assertThat(journal()).containsExactly("fault lost", "received G5");
    }

    @Test
    void hangup_ends_the_connection_without_an_answer() throws IOException {
        assertThat(raw("POST /api/groups", "hangup")).isEmpty();
        assertThat(added()).isFalse();
    }

    @Test
    void error_answers_5xx_and_does_nothing() throws IOException {
        assertThat(raw("POST /api/groups", "error")).startsWith("HTTP/1.1 503");
        assertThat(raw("POST /api/groups", "error;status=502")).startsWith("HTTP/1.1 502");
        assertThat(added()).isFalse();
    }

    @Test
    void throttle_answers_429_and_does_nothing() throws IOException {
        assertThat(raw("POST /api/groups", "throttle"))
                .startsWith("HTTP/1.1 429")
                .contains("Retry-After: 3");
        assertThat(added()).isFalse();
    }

    @Test
    void noise_is_no_http() throws IOException {
        assertThat(raw("POST /api/groups", "noise")).doesNotContain("HTTP");
        assertThat(added()).isFalse();
    }

    @Test
    void garbage_is_200_with_a_body_that_is_no_json_after_it_has_happened() throws IOException {
        assertThat(raw("POST /api/groups", "garbage"))
                .startsWith("HTTP/1.1 200")
                .contains("application/json", "not what was promised");
        assertThat(added()).isTrue();
    }

    @Test
    void empty_is_200_without_a_body_after_it_has_happened() throws IOException {
        assertThat(raw("POST /api/groups", "empty"))
                .startsWith("HTTP/1.1 200")
                .contains("Content-Length: 0")
                .endsWith("\r\n\r\n");
        assertThat(added()).isTrue();
    }

    @Test
    void truncated_promises_all_and_sends_half() throws IOException {
        String whole = call().get("/devices").ok().body();
        String half = raw("GET /api/devices", "truncated");
        assertThat(half).contains("Content-Length: " + whole.getBytes(StandardCharsets.UTF_8).length);
        assertThat(half.substring(half.indexOf("\r\n\r\n") + 4).length())
                .isBetween(whole.length() / 2 - 10, whole.length() / 2 + 10);
    }

    @Test
    void truncated_also_breaks_an_answer_that_would_have_been_nothing() throws IOException {
        String half = raw("POST /api/devices/" + IPHONE + "/lockdevice", "truncated");
        assertThat(half).startsWith("HTTP/1.1 ");
        assertThat(half.substring(half.indexOf("\r\n\r\n") + 4)).isNotEmpty();
    }

    @Test
    void slow_sends_all_of_the_answer_but_late() throws IOException {
        assertThat(raw("GET /api/groups/2", "slow;millis=50"))
                .endsWith("{\"Id\":2,\"Name\":\"Företaget AB\",\"ParentId\":1}");
    }

    @Test
    void newer_says_one_thing_more() throws IOException {
        assertThat(raw("GET /api/groups/2", "newer"))
                .endsWith("{\"Addition\":\"one thing more\",\"Id\":2,\"Name\":\"Företaget AB\",\"ParentId\":1}");
    }

    @Test
    void delay_and_late_answer_in_the_end() throws IOException {
        assertThat(raw("POST /api/groups", "delay;millis=20")).startsWith("HTTP/1.1 200");
        assertThat(raw("GET /api/groups", "late;millis=20")).startsWith("HTTP/1.1 200");
    }

    @Test
    void late_has_happened_although_the_caller_gave_up() {
        var impatient = HttpRequest.newBuilder(URI.create(mdm.apiUrl() + "/groups"))
                .timeout(Duration.ofMillis(300))
                .header("Authorization", Caller.LOGIN)
                .header("Content-Type", "application/json")
                .header("X-Trial-Fault", "late;millis=60000")
                .POST(HttpRequest.BodyPublishers.ofString(GROUP))
                .build();
        assertThatThrownBy(() -> call().response(impatient)).isInstanceOf(HttpTimeoutException.class);
        Awaitility.await().until(FaultsTest::added);
    }

    @Test
    void a_fault_that_is_switched_on_strikes_the_calls_it_is_meant_for_as_often_as_it_should() {
        call().tell("/faults", "{\"kind\":\"error\",\"count\":2,\"path\":\"LOCKDEVICE\",\"method\":\"post\"}")
                .ok();
        String lock = "/devices/" + IPHONE + "/lockdevice";
        call().get("/groups").ok();
        assertThat(call().post(lock).status()).isEqualTo(503);
        assertThat(call().witness("/faults").ok().body()).contains("\"count\":1");
        assertThat(call().post(lock).status()).isEqualTo(503);
        call().post(lock).ok();
        assertThat(call().witness("/faults").ok().body()).isEqualTo("[]");
    }

    @Test
    void a_fault_without_a_count_strikes_until_it_is_switched_off() {
        call().tell("/faults", "{\"kind\":\"throttle\"}").ok();
        for (int i = 0; i < 5; i++) {
            assertThat(call().get("/groups").status()).isEqualTo(429);
        }
        call().send("DELETE", "/witness/faults", null).ok();
        call().get("/groups").ok();
    }

    @Test
    void faults_never_strike_the_witness_nor_those_without_login() {
        call().tell("/faults", "{\"kind\":\"hangup\"}").ok();
        call().witness("/journal").ok();
        assertThat(call().send("GET", "/api/groups", null, "Authorization", "Basic x")
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"kind\":\"fire\"}",
                "{\"kind\":\"error\",\"status\":200}",
                "{\"kind\":\"delay\",\"millis\":99999999}",
                "{\"kind\":\"reset\",\"count\":0}",
                "{\"kind\":\"reset\",\"colour\":\"red\"}",
                "[]",
                "{"
            })
    void refuses_faults_that_mean_nothing(String body) {
        assertThat(call().tell("/faults", body).status()).isEqualTo(400);
        assertThat(call().witness("/faults").ok().body()).isEqualTo("[]");
    }

    @Test
    void refuses_a_header_that_means_nothing() {
        for (String header : new String[] {"fire", "delay;millis=x", "delay;colour=red"}) {
            assertThat(call().send("POST", "/api/groups", GROUP, "X-Trial-Fault", header)
                            .status())
                    .isEqualTo(400);
        }
        assertThat(added()).isFalse();
    }
}
