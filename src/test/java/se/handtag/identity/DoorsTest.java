package se.handtag.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.handtag.SignInByHttp;

/** The two doors, the way to the provider and back, and sessions that end, with real requests. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "handtag.trial.data=target/trial-doors-${random.uuid}",
            "handtag.trial.mdm.port=0",
            "handtag.trial.idp.port=0",
            "vaadin.productionMode=true"
        })
@ActiveProfiles("trial")
@DisplayNameGeneration(ReplaceUnderscores.class)
class DoorsTest {
    private static final Duration AHEAD = Duration.ofMinutes(10).plusSeconds(2);

    @LocalServerPort
    private int port;

    @Autowired
    private Sessions sessions;

    @Autowired
    private Rechecks rechecks;

    @Autowired
    private Persons persons;

    @Value("${handtag.identity.issuer}")
    private String issuer = "";

    @Autowired
    private JdbcClient database;

    @Autowired
    private AtomicReference<Duration> ahead;

    @AfterEach
    void now() {
        ahead.set(Duration.ZERO);
    }

    @Test
    void whoever_asks_for_what_is_not_theirs_is_on_record_once() {
        try (var anna = SignInByHttp.as("anna", port)) {
            assertThat(anna.get("/actuator/env").statusCode()).isEqualTo(403);
            assertThat(anna.postWithoutToken("/nowhere").statusCode()).isEqualTo(403);
            for (String path : new String[] {"/actuator/env", "/nowhere"}) {
                assertThat(refusalsOf(path)).as(path).isEqualTo(1);
            }
        }
    }

    private int refusalsOf(String path) {
        return database.sql("""
                        select count(*) from audit.record r
                          join audit.personal who on who.record = r.id and who.name = 'actor' and who.value like 'Anna %'
                          join audit.personal what on what.record = r.id and what.name = 'fact.path'
                         where r.kind = 'REFUSED_ACCESS' and what.value = :path
                        """).param("path", path).query(Integer.class).single();
    }

    @Test
    void whoever_came_to_report_a_lost_phone_sees_nothing_else() {
        try (var anna = SignInByHttp.lost("anna", port)) {
            assertThat(anna.get("/lost").body()).contains("Which one is gone?");
            for (String page : new String[] {"/", "/devices", "/audit/export", "/sign-in/fresh?to=/"}) {
                assertThat(anna.get(page).uri().getPath())
                        .as("%s asks for a password, though the provider knows her", page)
                        .isEqualTo("/sign-in");
            }
            assertThat(anna.get("/icons/whoami").body()).isEqualTo("nobody");
        }
    }

    @Test
    void whoever_is_in_the_portal_comes_to_the_lost_pages_by_their_own_door() {
        try (var anna = SignInByHttp.as("anna", port)) {
            assertThat(anna.get("/icons/whoami").body()).isEqualTo("Anna Åkesson PORTAL");
            assertThat(anna.get("/lost").body()).contains("Which one is gone?");
            assertThat(anna.get("/icons/whoami").body()).isEqualTo("Anna Åkesson PORTAL");
        }
    }

    @Test
    void what_was_begun_at_one_door_is_not_finished_at_the_other() {
        try (var anna = SignInByHttp.nobody(port)) {
            var form = anna.get("/lost");
            assertThat(form.uri().getPath()).isEqualTo("/sign-in");
            String code = anna.lastLocationOfSignIn(form, "anna");
            var portal = anna.get(code.replaceFirst("^.*/lost/code/lost", "/login/oauth2/code/handtag"));
            assertThat(portal.uri().getPath()).isEqualTo("/sign-in-failed");
            assertThat(anna.get("/icons/whoami").body()).isEqualTo("nobody");
        }
    }

    @Test
    void an_answer_of_the_provider_that_another_browser_asked_for_signs_nobody_in() {
        try (var thief = SignInByHttp.nobody(port);
                var bo = SignInByHttp.nobody(port)) {
            String code = thief.lastLocationOfSignIn(thief.get("/audit/export"), "anna");
            assertThat(bo.get(code).uri().getPath()).isEqualTo("/sign-in-failed");
            assertThat(bo.get("/icons/whoami").body()).isEqualTo("nobody");
        }
    }

    @Test
    void a_form_that_is_not_of_the_portal_signs_nobody_out() {
        try (var anna = SignInByHttp.as("anna", port)) {
            anna.get("/lost");
            assertThat(anna.postWithoutToken("/logout").statusCode()).isEqualTo(403);
            assertThat(anna.postWithoutToken("/lost/sign-out").statusCode()).isEqualTo(403);
            assertThat(anna.get("/icons/whoami").body()).isEqualTo("Anna Åkesson PORTAL");
        }
    }

    @Test
    void neither_door_begins_the_others_way() {
        try (var anna = SignInByHttp.nobody(port)) {
            assertThat(anna.getOnce("/lost/sign-in/handtag").headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).doesNotContain("redirect_uri"));
            assertThat(anna.getOnce("/oauth2/authorization/lost").headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).doesNotContain("redirect_uri"));
        }
    }

    @Test
    void the_lost_session_ends_after_ten_minutes_and_signs_out_at_the_provider() {
        try (var anna = SignInByHttp.lost("anna", port)) {
            var open = anna.get("/lost");
            assertThat(open.body()).containsPattern("http-equiv=\"refresh\" content=\"(600|60[01]|59\\d);url=/lost\"");
            ahead.set(AHEAD);
            var pressed = anna.submit(open, "/lost/19eefc94-c6ca-4215-9ac4-c366a4136e1a", Map.of());
            assertThat(pressed.uri().getPath()).isEqualTo("/lost/signed-out");
            assertThat(pressed.body()).contains("You are signed out", "after ten minutes");
            assertThat(anna.get("/lost").uri().getPath())
                    .as("the provider no longer knows her")
                    .isEqualTo("/sign-in");
        }
    }

    @Test
    void signing_out_of_the_lost_pages_signs_out_at_the_provider_and_leaves_the_portal_alone() {
        try (var anna = SignInByHttp.as("anna", port)) {
            var page = anna.get("/lost");
            var after = anna.submit(page, "/lost/sign-out", Map.of());
            assertThat(after.uri().getPath()).isEqualTo("/lost/signed-out");
            assertThat(anna.get("/icons/whoami").body()).isEqualTo("Anna Åkesson PORTAL");
            assertThat(anna.get("/lost").uri().getPath()).isEqualTo("/sign-in");
        }
    }

    @Test
    void ending_the_sessions_of_a_person_ends_them_in_every_browser_but_one() {
        try (var phone = SignInByHttp.as("anna", port);
                var desk = SignInByHttp.as("anna", port);
                var bo = SignInByHttp.as("bo", port)) {
            var own = new SessionId(UUID.fromString(desk.get("/icons/session").body()));
            sessions.endAll(null, person("anna.akesson@fjallrav.example"), own, "tried");
            assertThat(phone.get("/icons/whoami").body()).isEqualTo("nobody");
            assertThat(phone.getOnce("/audit/export").statusCode()).isEqualTo(HttpStatus.FOUND.value());
            assertThat(desk.get("/icons/whoami").body()).isEqualTo("Anna Åkesson PORTAL");
            assertThat(bo.get("/icons/whoami").body()).startsWith("Bo ");
            try (var again = SignInByHttp.as("anna", port)) {
                assertThat(again.get("/icons/whoami").body())
                        .as("who signs in anew is in")
                        .isEqualTo("Anna Åkesson PORTAL");
            }
        }
    }

    @Test
    void a_session_has_another_number_after_signing_in() {
        try (var anna = SignInByHttp.nobody(port)) {
            var form = anna.get("/audit/export");
            String before = anna.get("/icons/number").body();
            anna.submitSignIn(form, "anna");
            assertThat(anna.get("/icons/whoami").body()).isEqualTo("Anna Åkesson PORTAL");
            assertThat(anna.get("/icons/number").body()).isNotEqualTo(before);
        }
    }

    @Test
    void a_page_that_only_listens_is_closed_when_another_node_has_ended_its_session() {
        try (var anna = SignInByHttp.as("anna", port)) {
            anna.get("/icons/listen");
            assertThat(Listening.OPEN.get()).isTrue();
            // Another node's row: nothing tells this one but the row itself.
            database.sql("insert into identity.sessions_end (person, at) values (:person, now())")
                    .param("person", person("anna.akesson@fjallrav.example").value())
                    .update();
            await().atMost(Duration.ofSeconds(20)).untilFalse(Listening.OPEN);
        }
    }

    @Test
    void a_fresh_sign_in_asks_for_the_password_and_leads_back_with_proof() {
        try (var anna = SignInByHttp.as("anna", port)) {
            assertThat(anna.get("/icons/proof").body()).isEqualTo("none");
            var form = anna.get("/sign-in/fresh?to=/icons/proof");
            assertThat(form.uri().getPath()).isEqualTo("/sign-in");
            var back = anna.submitSignIn(form, "anna");
            assertThat(back.uri().getPath()).isEqualTo("/icons/proof");
            assertThat(back.body()).isNotEqualTo("none");
            ahead.set(Duration.ofMinutes(6));
            assertThat(anna.get("/icons/proof").body()).isEqualTo("none");
        }
    }

    @Test
    void another_person_at_the_fresh_sign_in_proves_nothing_and_gets_nothing() {
        try (var anna = SignInByHttp.as("anna", port)) {
            var form = anna.get("/sign-in/fresh?to=/icons/proof");
            HttpResponse<String> back = anna.submitSignIn(form, "bo");
            assertThat(back.uri().toString()).endsWith("/sign-in-failed?fresh");
            assertThat(back.body()).contains("That did not confirm that it is you");
            assertThat(anna.get("/icons/whoami").body()).isEqualTo("Anna Åkesson PORTAL");
            assertThat(anna.get("/icons/proof").body()).isEqualTo("none");
        }
    }

    @Test
    void whoever_is_still_there_stays_however_often_the_provider_is_asked() {
        try (var sara = SignInByHttp.as("sara", port)) {
            for (int minutes = 6; minutes <= 18; minutes += 6) {
                ahead.set(Duration.ofMinutes(minutes));
                rechecks.look();
                assertThat(sara.get("/icons/whoami").body()).startsWith("Sara Nyström");
                assertThat(Duration.parse(sara.get("/icons/heard").body()))
                        .as("how long ago the provider said so")
                        .isLessThan(Duration.ofMinutes(1));
            }
            assertThat(sara.get("/icons/tie").body()).startsWith("Tie[heard=").doesNotContainPattern("[\\w-]{24}");
        }
    }

    @Test
    void those_who_come_at_the_same_time_are_asked_about_at_times_of_their_own_and_no_later_than_is_set() {
        try (var sara = SignInByHttp.as("sara", port);
                var bo = SignInByHttp.as("bo", port)) {
            for (int minutes = 0; minutes <= 6; minutes += 6) {
                ahead.set(Duration.ofMinutes(minutes));
                rechecks.look();
                assertThat(List.of(untilAsked(sara), untilAsked(bo)))
                        .allSatisfy(wait -> assertThat(wait).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5)))
                        .as("of one person in sixty thousand it is left to chance that it is exactly that")
                        .anySatisfy(wait -> assertThat(wait).isLessThan(Duration.ofMinutes(5)));
            }
        }
    }

    private static Duration untilAsked(SignInByHttp browser) {
        var tie = Pattern.compile("Tie\\[heard=(\\S+), due=(\\S+)\\]")
                .matcher(browser.get("/icons/tie").body());
        assertThat(tie.matches()).isTrue();
        return Duration.between(Instant.parse(tie.group(1)), Instant.parse(tie.group(2)));
    }

    @Test
    void whoever_loses_a_role_at_the_provider_is_signed_out_everywhere_and_has_it_no_more() {
        try (var desk = SignInByHttp.as("sara", port);
                var phone = SignInByHttp.as("sara", port)) {
            account("sara", "WITHOUT_ROLES");
            rechecks.look();
            assertThat(desk.get("/icons/whoami").body()).as("not asked yet").startsWith("Sara Nyström");

            ahead.set(Duration.ofMinutes(6));
            rechecks.look();
            assertThat(desk.get("/icons/whoami").body()).isEqualTo("nobody");
            assertThat(phone.get("/icons/whoami").body()).isEqualTo("nobody");
            assertThat(persons.rolesOf(person("sara.nystrom@fjallrav.example")).orElseThrow())
                    .containsExactly(Role.EMPLOYEE);
        } finally {
            account("sara", "WHOLE");
        }
    }

    @Test
    void whoever_the_provider_has_disabled_is_signed_out_everywhere_on_record_and_comes_in_no_more() {
        try (var desk = SignInByHttp.as("johan.oberg", port);
                var phone = SignInByHttp.lost("johan.oberg", port)) {
            account("johan.oberg", "DISABLED");
            ahead.set(Duration.ofMinutes(6));
            rechecks.look();
            assertThat(desk.get("/icons/whoami").body()).isEqualTo("nobody");
            assertThat(phone.get("/lost").uri().getPath())
                    .as("nor by the other door")
                    .isEqualTo("/sign-in-failed");
            assertThat(desk.get("/audit/export").uri().getPath())
                    .as("though the provider's own session is open")
                    .isEqualTo("/sign-in-failed");
            assertThat(database.sql("""
                            select count(*) from audit.record r join audit.personal who on who.record = r.id
                             where r.kind = 'SIGN_OUT' and who.value = 'Johan Öberg'
                            """).query(Integer.class).single()).isPositive();
            assertThat(counted("johan.oberg")).as("as somebody who has left").isTrue();
            account("johan.oberg", "WHOLE");
            SignInByHttp.as("johan.oberg", port).close();
            assertThat(counted("johan.oberg")).as("once they are in again").isFalse();
        } finally {
            account("johan.oberg", "WHOLE");
        }
    }

    @Test
    void a_token_that_is_over_signs_somebody_out_and_says_nothing_about_who_has_left() {
        try (var bo = SignInByHttp.as("bo", port)) {
            bo.get("/icons/spoil");
            ahead.set(Duration.ofMinutes(6));
            rechecks.look();
            assertThat(bo.get("/icons/whoami").body()).isEqualTo("nobody");
            assertThat(counted("bo.lind")).isFalse();
        }
    }

    /** Whether whoever has that address counts as somebody who has left. */
    private boolean counted(String address) {
        return database.sql(
                        "select exists (select from requests.departed where address = :address and back_at is null)")
                .param("address", address + "@fjallrav.example")
                .query(Boolean.class)
                .single();
    }

    @Test
    void about_whom_the_provider_does_not_answer_stays_for_an_hour_and_no_longer() {
        try (var bo = SignInByHttp.as("bo", port)) {
            bo.get("/icons/cut");
            ahead.set(Duration.ofMinutes(6));
            rechecks.look();
            assertThat(bo.get("/icons/whoami").body()).startsWith("Bo ");
            ahead.set(Duration.ofMinutes(64));
            rechecks.look();
            assertThat(bo.get("/icons/whoami").body()).startsWith("Bo ");
            ahead.set(Duration.ofMinutes(67));
            rechecks.look();
            assertThat(bo.get("/icons/whoami").body()).isEqualTo("nobody");
        }
    }

    @Test
    void whoever_the_provider_gave_nothing_to_ask_again_by_stays_as_long_as_a_session_lasts() {
        try (var bo = SignInByHttp.as("bo", port)) {
            bo.get("/icons/untie");
            ahead.set(Duration.ofHours(11));
            rechecks.look();
            assertThat(bo.get("/icons/whoami").body()).startsWith("Bo ");
            ahead.set(Duration.ofHours(13));
            assertThat(bo.get("/icons/whoami").body()).isEqualTo("nobody");
        }
    }

    /** Changes an account at the provider. */
    private void account(String username, String state) {
        try (var directory = SignInByHttp.nobody(URI.create(issuer).getPort())) {
            directory.submit(directory.get("/accounts"), "/accounts/" + username, Map.of("state", state));
        }
    }

    private PersonId person(String address) {
        return new PersonId(database.sql("select id from identity.person where :address = any(addresses)")
                .param("address", address)
                .query(UUID.class)
                .single());
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Parts {
        @Bean
        AtomicReference<Duration> ahead() {
            return new AtomicReference<>(Duration.ZERO);
        }

        @Bean
        @Primary
        Clock settableClock(AtomicReference<Duration> ahead) {
            InstantSource later = () -> Instant.now().plus(ahead.get());
            return later.withZone(ZoneOffset.UTC);
        }

        @Bean
        Pages pages(SignedIn signedIn, FreshSignIns fresh, Clock clock) {
            return new Pages(signedIn, fresh, clock);
        }
    }

    /** Pages that say who they are shown to, at an address behind the portal's door that opens to everybody. */
    @RestController
    static class Pages {
        private final SignedIn signedIn;
        private final FreshSignIns fresh;
        private final Clock clock;

        Pages(SignedIn signedIn, FreshSignIns fresh, Clock clock) {
            this.signedIn = signedIn;
            this.fresh = fresh;
            this.clock = clock;
        }

        @GetMapping("/icons/whoami")
        String who() {
            return SignedIn.principal()
                    .map(principal -> principal.person().name() + " "
                            + principal.session().door())
                    .orElse("nobody");
        }

        @GetMapping("/icons/session")
        String session() {
            return Objects.requireNonNull(signedIn.session()).value().toString();
        }

        @GetMapping("/icons/number")
        String number(HttpSession session) {
            return session.getId();
        }

        @GetMapping("/icons/proof")
        String proof() {
            var proof = fresh.of(signedIn.person());
            return proof == null ? "none" : proof.at().toString();
        }

        @GetMapping("/icons/heard")
        String heard(HttpSession session) {
            return Duration.between(Objects.requireNonNull(Tie.of(session)).heard(), clock.instant())
                    .toString();
        }

        @GetMapping("/icons/tie")
        String tie(HttpSession session) {
            return Objects.requireNonNull(Tie.of(session)).toString();
        }

        /** From now on the provider is where nobody answers. */
        @GetMapping("/icons/cut")
        String cut(HttpSession session) {
            Tie tie = Objects.requireNonNull(Tie.of(session));
            var away = ClientRegistration.withClientRegistration(tie.client().getClientRegistration())
                    .tokenUri("http://localhost:1/")
                    .build();
            var client = new OAuth2AuthorizedClient(
                    away, "bo", tie.client().getAccessToken(), tie.client().getRefreshToken());
            Tie.keep(session, new Tie(client, tie.heard(), tie.due()));
            return "yes";
        }

        /** From now on the provider does not know what it is asked by. */
        @GetMapping("/icons/spoil")
        String spoil(HttpSession session) {
            Tie tie = Objects.requireNonNull(Tie.of(session));
            var client = new OAuth2AuthorizedClient(
                    tie.client().getClientRegistration(),
                    "bo",
                    tie.client().getAccessToken(),
                    new OAuth2RefreshToken("over", null));
            Tie.keep(session, new Tie(client, tie.heard(), tie.due()));
            return "yes";
        }

        @GetMapping("/icons/untie")
        String untie(HttpSession session) {
            Tie.drop(session);
            return "yes";
        }

        @GetMapping("/icons/listen")
        String listen(HttpSession session) {
            session.setAttribute("listening", new Listening());
            return "yes";
        }
    }

    /** Stands for an open page: what a session holds is told when the session ends. */
    static final class Listening implements HttpSessionBindingListener {
        static final AtomicBoolean OPEN = new AtomicBoolean();

        @Override
        public void valueBound(HttpSessionBindingEvent event) {
            OPEN.set(true);
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            OPEN.set(false);
        }
    }
}
