package se.handtag.trial.mdm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page for people, and how it keeps other sites out. */
class PagesTest extends WithMdm {
    private static String page(String path) {
        return call().send("GET", path, null).ok().body();
    }

    private static HttpResponse<String> press(String path, String form, String... headers) throws Exception {
        var all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/x-www-form-urlencoded";
        return call().response(call().request("POST", path, form, all));
    }

    @Test
    void shows_the_devices_what_waits_for_them_and_the_journal() {
        call().post("/devices/" + OFFLINE + "/lockdevice").ok();
        assertThat(page("/"))
                .contains("Annas iPhone", "SNIPHONE1", "Anna Åkesson", "I lådan", "offline", "Bring online", "queued");
        mdm.tick();
    }

    @Test
    void finds_devices() {
        assertThat(page("/?find=sntv")).contains("Mötesrum").doesNotContain("Annas iPhone");
        assertThat(page("/?find=bo+lind")).contains("Handdator").doesNotContain("Annas iPhone");
        assertThat(page("/?find=")).contains("Annas iPhone");
    }

    @Test
    void shows_one_device_as_it_really_is() {
        call().post("/devices/" + IPHONE + "/sendmessage", "{\"message\":\"<script>alert('x')</script>\"}")
                .ok();
        call().post("/devices/" + IPHONE + "/lockdevice").ok();
        mdm.tick();
        assertThat(page("/devices/" + IPHONE))
                .contains("online, locked, passcode set, supervised", "com.example.mail", "the screen is locked")
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void its_buttons_do_what_they_say_and_lead_back() throws Exception {
        call().post("/devices/" + OFFLINE + "/lockdevice").ok();
        var online = press("/devices/" + OFFLINE + "/online", "", "Referer", "http://localhost/devices/" + OFFLINE);
        assertThat(online.statusCode()).isEqualTo(303);
        assertThat(online.headers().firstValue("Location")).hasValue("/devices/" + OFFLINE);
        press("/advance", "");
        assertThat(latestCommand(OFFLINE)).startsWith("done");
        press("/devices/" + OFFLINE + "/offline", "");
        assertThat(really(OFFLINE).get("online").booleanValue()).isFalse();
        press("/faults", "kind=error&millis=&status=502&count=1&path=groups%2F1&method=");
        assertThat(page("/")).contains("error (502), only addresses with groups/1, the next 1");
        assertThat(call().get("/groups/1").status()).isEqualTo(502);
        press("/faults", "kind=reset&millis=&status=&count=&path=&method=");
        press("/faults/clear", "");
        call().get("/groups").ok();
    }

    @Test
    void leads_back_to_no_other_site() throws Exception {
        var pressed = press("/advance", "", "Referer", "http://localhost//evil.example/devices");
        assertThat(pressed.headers().firstValue("Location")).hasValue("/");
    }

    @ParameterizedTest
    @CsvSource({
        "/devices/77777777-7777-4777-8777-777777777777/online, Origin, http://evil.example",
        "/devices/77777777-7777-4777-8777-777777777777/online, Origin, null",
        "/witness/devices/77777777-7777-4777-8777-777777777777/online, Origin, http://localhost.evil.example",
        "/witness/devices/77777777-7777-4777-8777-777777777777/online, Origin, http://localhost:1",
        "/witness/devices/77777777-7777-4777-8777-777777777777/online, Sec-Fetch-Site, cross-site",
        "/witness/devices/77777777-7777-4777-8777-777777777777/online, Sec-Fetch-Site, same-site"
    })
    void does_nothing_for_another_sites_page(String path, String header, String value) {
        refused(call().send("POST", path, null, header, value), 403, "another site");
        assertThat(really(OFFLINE).get("online").booleanValue()).isFalse();
    }

    @Test
    void does_what_its_own_page_asks() {
        call().send(
                        "POST",
                        "/witness/tick",
                        null,
                        "Origin",
                        "http://localhost:" + mdm.port(),
                        "Sec-Fetch-Site",
                        "same-origin")
                .ok();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "169.254.1.1"})
    void answers_to_no_foreign_name(String host) throws IOException {
        for (String path : new String[] {"/", "/witness/journal", "/devices/" + IPHONE}) {
            assertThat(get(path, host)).startsWith("HTTP/1.1 403").doesNotContain("iPhone");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1:8081", "LOCALHOST:1", "[::1]:8081"})
    void answers_to_this_machines_own_names(String host) throws IOException {
        assertThat(get("/witness/journal", host)).startsWith("HTTP/1.1 200");
    }

    @Test
    void forbids_scripts_and_frames() throws Exception {
        var headers = call().response(call().request("GET", "/", null)).headers();
        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy -> assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'"));
        assertThat(page("/page.css")).contains("--ground");
    }

    @Test
    void knows_no_other_pages() {
        refused(call().send("GET", "/else", null), 404, "nothing at this address");
        refused(call().send("GET", "/devices/" + NOBODY, null), 404, "no device");
        refused(call().send("GET", "/advance", null), 404, "nothing at this address");
        refused(call().send("GET", "/witness/else", null), 404, "no such address");
    }

    private static String get(String path, String host) throws IOException {
        try (var socket = new Socket("localhost", mdm.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
