package se.handtag.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import se.handtag.SignInByHttp;

/** The portal runs, but its identity provider does not. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "handtag.trial.data=target/trial-sign-in-${random.uuid}",
            "handtag.trial.mdm.port=0",
            "handtag.trial.idp.port=0",
            "handtag.identity.issuer=http://localhost:1",
            "handtag.ui.help-desk=031-00 00 00",
            "handtag.ui.name=Mobilhjälpen",
            "handtag.ui.colour=#5b2a86",
            "handtag.ui.logo=src/test/resources/brand/sign-with-a-script.svg",
            "vaadin.productionMode=true"
        })
@ActiveProfiles("trial")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SignInPagesTest {
    @LocalServerPort
    private int port;

    @Test
    void says_in_plain_words_that_nobody_can_sign_in_now() {
        try (var somebody = SignInByHttp.nobody(port)) {
            var page = somebody.get("/lost");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body())
                    .contains(
                            "Signing in does not work right now",
                            "href=\"/oauth2/authorization/handtag\"",
                            "Is your phone gone?",
                            "tel:031000000")
                    .doesNotContain("Exception", "localhost:1");
        }
    }

    @Test
    void says_it_in_swedish_and_keeps_to_it_when_the_language_changes() {
        try (var somebody = SignInByHttp.nobody(port).speaking("sv")) {
            assertThat(somebody.get("/lost").body()).contains("Det går inte att logga in just nu");
            assertThat(somebody.get("/sign-in-failed?away=on&language=en").body())
                    .contains("Signing in does not work right now", "?away=on&amp;language=sv");
        }
    }

    @Test
    void says_calmly_that_a_sign_in_did_not_work() {
        try (var somebody = SignInByHttp.nobody(port)) {
            var page = somebody.get("/sign-in-failed");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("You are not signed in", "Try once more", "tel:031000000");
        }
    }

    @Test
    void pages_without_scripts_bear_the_company_s_name_colour_and_sign() {
        try (var somebody = SignInByHttp.nobody(port)) {
            for (String path : new String[] {"/sign-in-failed", "/offline"}) {
                assertThat(somebody.get(path).body())
                        .as(path)
                        .contains("– Mobilhjälpen</title>", "src=\"/brand/logo\"", "--spruce: light-dark(#5b2a86")
                        .doesNotContain("Handtag");
            }
        }
    }

    @Test
    void a_sign_of_the_company_s_runs_nothing() {
        try (var somebody = SignInByHttp.nobody(port)) {
            var sign = somebody.get("/brand/logo");
            assertThat(sign.body()).contains("<script>");
            assertThat(sign.headers().allValues("Content-Security-Policy"))
                    .contains("default-src 'none'; style-src 'unsafe-inline'; sandbox");
        }
    }

    @Test
    void without_a_connection_says_what_to_do_instead_to_whoever_it_is() {
        try (var somebody = SignInByHttp.nobody(port).speaking("sv")) {
            assertThat(somebody.get("/offline").body())
                    .contains("Ingen anslutning", "Inget skickades", "Är din telefon borta?", "tel:031000000");
            assertThat(somebody.get("/offline-worker.js").body()).contains("'offline'");
            assertThat(somebody.get("/manifest.webmanifest").body())
                    .contains("\"short_name\":\"Mobilhjälpen\"", "#5b2a86");
        }
    }
}
