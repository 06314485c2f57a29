package se.handtag.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import se.handtag.SignInByHttp;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.identity.SamplePeople;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.UserId;
import se.handtag.recovery.IntranetLink;
import se.handtag.recovery.IntranetLink.Purpose;
import se.handtag.recovery.IntranetLinks;
import se.handtag.recovery.LostEndings;
import se.handtag.recovery.LostReport;
import se.handtag.recovery.LostReports;

/** From the intranet's link to a locked phone, with the real parts of the trial behind it. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "handtag.trial.data=target/trial-lost-${random.uuid}",
            "handtag.trial.mdm.port=0",
            "handtag.trial.idp.port=0",
            "handtag.ui.help-desk=031-00 00 00",
            "vaadin.productionMode=true"
        })
@ActiveProfiles("trial")
@Import(SamplePeople.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LostPagesTest {
    private static final String IPHONE = "19eefc94-c6ca-4215-9ac4-c366a4136e1a";
    private static final String TABLET = "12c78889-1942-466c-99e8-053f7718c3b3";
    private static final String MAC = "188640b8-9283-47ac-bdd8-d6e2cd2e1507";
    private static final String BOS_IPHONE = "c47af6fd-985c-41df-a54a-d99534fc6853";
    private static final String BOS_IPAD = "e3f7d80d-5346-499f-871e-8f9a0dbdbc93";
    private static final String EVAS_IPHONE = "0214ce05-4f2c-4bf4-ba3b-fc846d5ff863";
    private static final String EVAS_MAC = "80baea8e-83b9-427f-83c6-809eefd4c9b9";
    private static final int MOST_BYTES = 30_000;

    @Autowired
    private AuditLog log;

    @Autowired
    private LostEndings endings;

    @LocalServerPort
    private int port;

    @Value("${handtag.mdm.url}")
    private String mdm;

    @Autowired
    private LostReports reports;

    @Autowired
    private IntranetLinks links;

    @Autowired
    private SamplePeople people;

    @AfterEach
    void the_mdm_is_back() {
        witness("DELETE", "/witness/faults", "");
    }

    @Test
    void leads_back_to_the_page_after_signing_in_and_shows_exactly_my_devices() {
        try (var anna = SignInByHttp.nobody(port)) {
            var page = anna.signIn("anna", "/lost");
            assertThat(page.uri().getPath()).isEqualTo("/lost");
            assertThat(page.body()).contains("Which one is gone?", "Annas iPhone", "Fältplatta 12", "Annas MacBook");
            assertThat(Pattern.compile("action=\"/lost/").matcher(page.body()).results())
                    .as("one button each")
                    .hasSizeLessThanOrEqualTo(3);
            assertThat(page.body()).doesNotContain("Bos ", BOS_IPHONE, "<script");
        }
    }

    @Test
    void weighs_less_than_thirty_kilobytes_with_its_style() throws IOException {
        try (var eva = SignInByHttp.lost("eva", port)) {
            long style = Files.size(Path.of("frontend/plain.css"));
            assertThat(eva.get("/lost").body().getBytes(StandardCharsets.UTF_8).length + style)
                    .isLessThan(MOST_BYTES);
            press(eva, EVAS_IPHONE);
            assertThat(eva.get("/lost/" + EVAS_IPHONE).body().getBytes(StandardCharsets.UTF_8).length + style)
                    .isLessThan(MOST_BYTES);
        }
    }

    @Test
    void one_press_locks_and_the_page_tells_what_the_mdm_has_said() {
        try (var anna = SignInByHttp.lost("anna", port)) {
            var status = press(anna, IPHONE);
            assertThat(status.uri().getPath()).isEqualTo("/lost/" + IPHONE);
            assertThat(status.body()).contains("Annas iPhone is reported lost", "You reported it lost");
            await().atMost(Duration.ofSeconds(20)).until(() -> locks(IPHONE) == 1);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> anna.get("/lost/" + IPHONE).body().contains("Accepted by the device management"));
            assertThat(anna.get("/lost").body())
                    .contains("Reported lost", "Follow Annas iPhone …K7QX")
                    .doesNotContain("Lock Annas iPhone");
            assertThat(press(anna, IPHONE).body()).as("a second press").contains("You reported it lost");
            assertThat(locks(IPHONE)).isEqualTo(1);
        }
    }

    @Test
    void no_role_gives_anything_by_a_door_that_asks_for_no_second_factor() {
        var before = reports.about(DeviceId.of(EVAS_MAC));
        try (var sara = SignInByHttp.lost("sara", port)) {
            var page = sara.get("/lost");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(sara.get("/lost/" + EVAS_MAC).statusCode()).isEqualTo(404);
            assertThat(sara.submit(page, "/lost/" + EVAS_MAC, Map.of()).statusCode())
                    .isEqualTo(404);
            assertThat(sara.submit(page, "/lost/" + EVAS_MAC + "/message", Map.of())
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(reports.about(DeviceId.of(EVAS_MAC))).isEqualTo(before);
    }

    @Test
    void whoever_asks_for_anothers_device_or_follows_a_link_that_is_not_for_them_is_on_record() {
        try (var eva = SignInByHttp.lost("eva", port)) {
            long devices = records(AuditKind.REFUSED_ACCESS, "open-device");
            long followed = records(AuditKind.REFUSED_ACCESS, "follow-link");
            eva.get("/lost/" + IPHONE);
            eva.get("/lost/link/made.up");
            assertThat(records(AuditKind.REFUSED_ACCESS, "open-device")).isEqualTo(devices + 1);
            assertThat(records(AuditKind.REFUSED_ACCESS, "follow-link")).isEqualTo(followed + 1);
        }
    }

    private long records(AuditKind kind, String action) {
        return log.find(new AuditQuery(null, null, kind, null, null, null), Long.MAX_VALUE, 1_000).stream()
                .filter(record -> action.equals(record.action()))
                .count();
    }

    @Test
    void opening_pages_reports_nothing() {
        try (var bo = SignInByHttp.lost("bo", port)) {
            int before = locks(BOS_IPHONE);
            bo.get("/lost");
            assertThat(bo.get("/lost/" + BOS_IPHONE).body()).contains("Is it gone?", "Lock Bos iPhone …2XTX");
            bo.get("/lost/" + BOS_IPHONE + "?again&watch=on&language=en");
            assertThat(reports.about(DeviceId.of(BOS_IPHONE))).isEmpty();
            assertThat(locks(BOS_IPHONE)).isEqualTo(before);
        }
    }

    @Test
    void refuses_a_press_that_comes_from_no_page_of_ours() {
        try (var bo = SignInByHttp.lost("bo", port)) {
            for (String query : new String[] {"", "?v-r=uidl", "?v-r=init"}) {
                var refused = bo.postWithoutToken("/lost/" + BOS_IPHONE + query);
                assertThat(refused.statusCode()).as(query).isEqualTo(403);
                assertThat(refused.body()).contains("That was not carried out").doesNotContain("Exception");
                assertPlain(refused);
            }
            assertThat(reports.about(DeviceId.of(BOS_IPHONE))).isEmpty();
        }
    }

    @Test
    void shows_the_choice_once_more_to_whoever_was_signed_out_before_the_press() {
        try (var bo = SignInByHttp.lost("bo", port)) {
            var open = bo.get("/lost");
            bo.timeOut();
            var again = bo.submit(open, "/lost/" + BOS_IPHONE, Map.of());
            assertThat(again.statusCode())
                    .as("%s %s", again.uri(), again.body())
                    .isEqualTo(200);
            assertThat(again.body()).contains("You were signed out", "Press once more", "Lock Bos iPhone …2XTX");
            assertThat(reports.about(DeviceId.of(BOS_IPHONE))).isEmpty();
        }
    }

    @Test
    void answers_the_same_for_anothers_device_as_for_none() {
        try (var anna = SignInByHttp.lost("anna", port)) {
            var choice = anna.get("/lost");
            for (String nobodys : new String[] {UUID.randomUUID().toString(), "17", "19eefc94"}) {
                assertSame(anna.get("/lost/" + BOS_IPHONE), anna.get("/lost/" + nobodys));
                assertSame(
                        anna.submit(choice, "/lost/" + BOS_IPHONE, Map.of()),
                        anna.submit(choice, "/lost/" + nobodys, Map.of()));
            }
            assertThat(anna.get("/lost/" + BOS_IPHONE).body()).contains("No such device of yours");
            assertThat(reports.about(DeviceId.of(BOS_IPHONE))).isEmpty();
        }
    }

    @Test
    void a_report_for_a_colleague_is_answered_the_same_to_the_byte_whoever_is_named() {
        try (var eva = SignInByHttp.lost("eva", port)) {
            var form = eva.get("/lost/colleague");
            var taken = report(eva, form, "johan.oberg@fjallrav.example");
            assertThat(taken.statusCode()).isEqualTo(303);
            assertThat(eva.get("/lost/colleague/reported").body())
                    .contains("You are told nothing more about them here");
            for (String whom : new String[] {"yusuf", "Nobody Of That Name", "' or 1=1 --"}) {
                assertSameAnswer(taken, report(eva, form, whom));
            }
        }
    }

    private static HttpResponse<String> report(SignInByHttp browser, HttpResponse<String> form, String whom) {
        return browser.submitOnce(form, "/lost/colleague", Map.of("whom", whom));
    }

    @Test
    void a_link_that_preselects_a_device_names_it_in_no_address() {
        var link = link(Purpose.LOST, null, DeviceId.of(EVAS_MAC));
        try (var eva = SignInByHttp.lost("eva", port)) {
            var choice = eva.get(links.path(link));
            assertThat(choice.uri().getPath()).isEqualTo("/lost/" + link.id());
            assertThat(choice.body()).contains("Is it gone?").doesNotContain(EVAS_MAC);
            var status = eva.submit(choice, "/lost/" + link.id(), Map.of());
            assertThat(status.uri().getPath()).isEqualTo("/lost/" + link.id());
            assertThat(status.body()).contains("is reported lost").doesNotContain(EVAS_MAC);
            assertThat(reports.about(DeviceId.of(EVAS_MAC))).isPresent();
        }
        try (var anna = SignInByHttp.lost("anna", port)) {
            assertSame(anna.get(links.path(link)), anna.get("/lost/" + UUID.randomUUID()));
        }
    }

    @Test
    void whoever_has_a_page_open_of_a_link_that_has_ended_is_led_to_all_of_their_devices() {
        var link = link(Purpose.LOST, null, DeviceId.of(EVAS_IPHONE));
        try (var eva = SignInByHttp.lost("eva", port)) {
            var open = eva.get(links.path(link));
            links.revoke(people.actor("sara"), link.id());
            var pressed = eva.submit(open, "/lost/" + link.id(), Map.of());
            assertThat(pressed.uri().getPath()).isEqualTo("/lost");
            assertThat(pressed.body()).contains("The link has ended", "Evas iPhone", "Evas MacBook");
            assertThat(eva.get("/lost/" + link.id()).uri().getPath())
                    .as("the page of a report")
                    .isEqualTo("/lost");
            assertThat(eva.get("/lost").body()).doesNotContain("The link has ended");
        }
    }

    @Test
    void a_link_for_colleagues_that_preselects_nobody_asks_whose_it_is() {
        try (var eva = SignInByHttp.lost("eva", port)) {
            assertThat(eva.get(links.path(link(Purpose.COLLEAGUE, null, null))).body())
                    .contains("Whose is it?", "name=\"whom\"");
            assertThat(eva.get(links.path(link(Purpose.COLLEAGUE, new UserId(3), null)))
                            .body())
                    .contains("Reception")
                    .doesNotContain("name=\"whom\"");
        }
    }

    private IntranetLink link(Purpose purpose, @Nullable UserId user, @Nullable DeviceId device) {
        Instant end = Instant.now().plus(Duration.ofDays(1));
        return links.create(people.actor("sara"), purpose, "Reception", List.of(), user, device, end);
    }

    @Test
    void the_report_stands_and_the_lock_waits_while_the_mdm_is_away() {
        try (var bo = SignInByHttp.lost("bo", port)) {
            assertThat(bo.get("/lost").body()).contains("Lock Bos iPad …GQX9");
            witness("POST", "/witness/faults", "{\"kind\":\"reset\"}");
            var status = press(bo, BOS_IPAD);
            assertThat(reports.about(DeviceId.of(BOS_IPAD))).isPresent();
            assertThat(status.statusCode()).isEqualTo(200);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> bo.get("/lost/" + BOS_IPAD)
                            .body()
                            .contains("It will be locked as soon as the device management answers"));
            assertThat(locks(BOS_IPAD)).isZero();
            witness("DELETE", "/witness/faults", "");
            await().atMost(Duration.ofSeconds(60)).until(() -> locks(BOS_IPAD) == 1);
        }
    }

    @Test
    void a_lock_that_may_have_been_taken_is_not_said_to_wait_for_the_mdm() {
        try (var bo = SignInByHttp.lost("bo", port)) {
            witness("POST", "/witness/faults", "{\"kind\":\"reset\",\"method\":\"POST\",\"path\":\"lockdevice\"}");
            press(bo, BOS_IPHONE);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(bo.get("/lost/" + BOS_IPHONE).body())
                                    .contains("The lock is on its way", "No answer came that says whether")
                                    .doesNotContain("as soon as the device management answers"));
            witness("DELETE", "/witness/faults", "");
            int before = locks(BOS_IPHONE);
            await().atMost(Duration.ofSeconds(60)).until(() -> locks(BOS_IPHONE) > before);
        } finally {
            foundAgain(BOS_IPHONE);
        }
    }

    @Test
    void whoever_reported_it_can_sign_out_everywhere_else_once_more() {
        var sessions = people.session("bo");
        try (var bo = SignInByHttp.lost("bo", port)) {
            int earlier = locks(BOS_IPHONE);
            press(bo, BOS_IPHONE);
            await().atMost(Duration.ofSeconds(60)).until(() -> locks(BOS_IPHONE) > earlier);
            assertThat(people.isEnded(sessions)).isTrue();
            var since = people.session("bo");
            var page = bo.get("/lost/" + BOS_IPHONE);
            assertThat(page.body()).contains("Sign me out everywhere else", "Last signed out everywhere else");
            int before = locks(BOS_IPHONE);
            assertThat(bo.submit(page, "/lost/" + BOS_IPHONE + "/elsewhere", Map.of())
                            .body())
                    .contains("Bos iPhone is reported lost");
            assertThat(locks(BOS_IPHONE)).isEqualTo(before);
            assertThat(people.isEnded(since)).isTrue();
        } finally {
            foundAgain(BOS_IPHONE);
        }
    }

    private void foundAgain(String device) {
        witness("DELETE", "/witness/faults", "");
        endings.end(people.actor("sara"), DeviceId.of(device), LostReport.Ending.FOUND);
    }

    @Test
    void says_whom_to_call_when_the_mdm_is_away_and_nothing_is_known() {
        witness("POST", "/witness/faults", "{\"kind\":\"reset\"}");
        try (var ingrid = SignInByHttp.nobody(port)) {
            var page = ingrid.signIn("ingrid", "/lost");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("We cannot see your devices right now", "tel:031000000", "Try again");
        }
    }

    @Test
    void a_mac_is_reported_and_the_page_says_why_it_is_not_locked_and_whom_to_call() {
        try (var anna = SignInByHttp.lost("anna", port)) {
            assertThat(anna.get("/lost").body())
                    .contains("It cannot be locked from here", "Report Annas MacBook …9LD2 lost");
            assertThat(press(anna, MAC).body())
                    .contains("it is not locked", "A Mac locks with a PIN", "Your report stands", "tel:031000000");
            assertThat(locks(MAC)).isZero();
        }
    }

    @Test
    void a_device_that_is_offline_waits_for_contact_and_moves_only_when_asked_to() {
        try (var anna = SignInByHttp.lost("anna", port)) {
            press(anna, TABLET);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> anna.get("/lost/" + TABLET).body().contains("The lock waits for the device"));
            assertThat(anna.get("/lost/" + TABLET).body())
                    .contains("Show how it stands now")
                    .doesNotContain("content=\"20\"");
            assertThat(anna.get("/lost/" + TABLET + "?watch=on").body())
                    .contains("<meta http-equiv=\"refresh\" content=\"20\">", "Stop that");
        }
    }

    @Test
    void tells_those_without_a_device_and_those_it_cannot_match_whom_to_call() {
        for (var person : Map.of(
                        "yusuf", "No device is registered to you",
                        "tomasz", "We do not know which devices are yours",
                        "linnea", "Several people in the device management have your e-mail address")
                .entrySet()) {
            try (var browser = SignInByHttp.nobody(port)) {
                assertThat(browser.signIn(person.getKey(), "/lost").body())
                        .contains(person.getValue(), "tel:031000000");
            }
        }
    }

    @Test
    void speaks_the_language_asked_for_and_keeps_the_one_chosen() {
        try (var eva = SignInByHttp.lost("eva", port)) {
            assertThat(eva.get("/lost").body()).contains("<html lang=\"en\"", "Which one is gone?");
            assertThat(eva.speaking("sv-SE,sv;q=0.9").get("/lost").body()).contains("Vilken är borta?");
            assertThat(eva.get("/lost?language=en").body()).contains("Which one is gone?");
            assertThat(eva.get("/lost").body()).contains("Which one is gone?");
        }
    }

    @Test
    void tells_browsers_what_to_refuse() {
        try (var eva = SignInByHttp.lost("eva", port)) {
            assertPlain(eva.get("/lost"));
            assertPlain(eva.get("/lost/" + UUID.randomUUID()));
            assertPlain(eva.get("/sign-in-failed"));
        }
    }

    private static void assertPlain(HttpResponse<String> page) {
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'none'", "frame-ancestors 'none'");
        assertThat(page.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(page.body()).doesNotContain("<script");
    }

    private static void assertSame(HttpResponse<String> anothers, HttpResponse<String> nobodys) {
        assertThat(anothers.statusCode()).isEqualTo(404);
        assertSameAnswer(anothers, nobodys);
    }

    /**
     * To the byte, but for the time, the seconds for which whoever looks is still signed in, and the number by which the log
     * knows the request.
     */
    private static void assertSameAnswer(HttpResponse<String> one, HttpResponse<String> other) {
        assertThat(other.statusCode()).isEqualTo(one.statusCode());
        assertThat(headers(other)).isEqualTo(headers(one));
        assertThat(timeless(other.body())).isEqualTo(timeless(one.body()));
    }

    private static String timeless(String page) {
        return page.replaceFirst("content=\"\\d+;url=/lost\"", "");
    }

    private static Map<String, List<String>> headers(HttpResponse<String> answer) {
        Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(answer.headers().map());
        all.remove("Date");
        all.remove("X-Request-Id");
        return all;
    }

    private static HttpResponse<String> press(SignInByHttp browser, String device) {
        return browser.submit(browser.get("/lost"), "/lost/" + device, Map.of());
    }

    /** How many locks of that device the MDM has witnessed. */
    private int locks(String device) {
        return Math.toIntExact(Pattern.compile("/devices/" + device + "/lock", Pattern.CASE_INSENSITIVE)
                .matcher(witness("GET", "/witness/journal", ""))
                .results()
                .count());
    }

    private String witness(String method, String path, String body) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(mdm).resolve(path))
                                    .method(method, BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
