package se.handtag.trial.idp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.databind.json.JsonMapper;

/** The authorization code flow as a portal walks it, over HTTP against the running provider. */
class OpenIdConnectTests {
    private static final String SECRET = "a-secret-for-tests";
    private static final String CALLBACK = "http://localhost:54321/login/oauth2/code/handtag";
    private static final String VERIFIER = "v".repeat(64);
    private static final SettableClock CLOCK = new SettableClock();
    private static final AtomicInteger STATES = new AtomicInteger();

    @SuppressWarnings("NullAway.Init")
    private static TrialIdp idp;

    @SuppressWarnings("NullAway.Init")
    private Browser browser;

    @BeforeAll
    static void start() {
        idp = TrialIdp.start(new TrialIdpSettings(0, SECRET), CLOCK);
    }

    @AfterAll
    static void stop() {
        idp.close();
    }

    @BeforeEach
    void openBrowser() {
        browser = new Browser(idp.issuer());
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void tells_the_portal_who_signed_in() {
        browser.follow(request(Map.of("nonce", "n-1")));
        var token = token(browser.signIn("anna", "handtag"));

        assertThat(token.getIssuer()).hasToString(idp.issuer());
        assertThat(token.getAudience()).containsExactly("handtag");
        assertThat(token.getClaims())
                .containsEntry("nonce", "n-1")
                .containsEntry("name", "Anna Åkesson")
                .containsEntry("given_name", "Anna")
                .containsEntry("family_name", "Åkesson")
                .containsEntry("preferred_username", "anna")
                .containsEntry("email", "anna.akesson@fjallrav.example")
                .containsEntry("email_verified", true)
                .containsEntry("manager", "bo.lind@fjallrav.example")
                .containsEntry("upn", "anna.akesson@fjallrav.example")
                .containsEntry("onprem_domain", "ad.fjallrav.example")
                .containsEntry("onprem_sam", "anna.akesson")
                .containsEntry("locale", "sv")
                .containsKeys("sub", "oid", "sid");
        assertThat(token.getClaimAsStringList("roles")).isEmpty();
        assertThat(token.getClaimAsInstant("auth_time"))
                .isEqualTo(CLOCK.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    void leaves_out_what_the_directory_does_not_know() {
        browser.follow(request(Map.of()));
        var token = token(browser.signIn("ingrid", "handtag"));
        assertThat(token.getClaims()).doesNotContainKey("manager");
    }

    @Test
    void names_the_roles() {
        browser.follow(request(Map.of()));
        assertThat(token(browser.signIn("sara", "handtag")).getClaimAsStringList("roles"))
                .containsExactly("handtag-it");
    }

    @Test
    void signs_in_by_the_email_address_too() {
        browser.follow(request(Map.of()));
        assertThat(token(browser.signIn("johan.oberg@fjallrav.example", "handtag"))
                        .getClaimAsString("name"))
                .isEqualTo("Johan Öberg");
    }

    @Test
    void does_not_ask_again_while_the_session_lasts_and_keeps_the_time_of_the_password() {
        browser.follow(request(Map.of()));
        var first = token(browser.signIn("anna", "handtag"));
        CLOCK.advance(Duration.ofSeconds(2));

        var second = token(browser.follow(request(Map.of("max_age", "3600"))));

        assertThat(second.getClaimAsInstant("auth_time")).isEqualTo(first.getClaimAsInstant("auth_time"));
        assertThat(second.getClaimAsString("sid")).isEqualTo(first.getClaimAsString("sid"));
    }

    @Test
    void prompt_login_asks_again_and_gives_a_new_time() {
        browser.follow(request(Map.of()));
        var first = token(browser.signIn("anna", "handtag"));
        CLOCK.advance(Duration.ofSeconds(2));

        var page = browser.follow(request(Map.of("prompt", "login")));
        assertThat(page.uri().getPath()).isEqualTo("/sign-in");
        assertThat(page.body()).contains("once more");
        CLOCK.advance(Duration.ofSeconds(2));
        var second = token(browser.signIn("anna", "handtag"));

        assertThat(second.getClaimAsInstant("auth_time")).isAfter(first.getClaimAsInstant("auth_time"));
        assertThat(second.getClaimAsString("sid"))
                .as("the older token must still be good for signing out")
                .isEqualTo(first.getClaimAsString("sid"));
    }

    @Test
    void one_fresh_sign_in_serves_one_request() {
        browser.follow(request(Map.of()));
        browser.signIn("anna", "handtag");
        var demanding = request(Map.of("prompt", "login"));
        browser.follow(demanding);
        CLOCK.advance(Duration.ofSeconds(2));
        assertThat(code(browser.signIn("anna", "handtag"))).isNotEmpty();

        assertThat(browser.follow(demanding).uri().getPath()).isEqualTo("/sign-in");
        assertThat(browser.follow(request(Map.of("prompt", "login"))).uri().getPath())
                .isEqualTo("/sign-in");
    }

    @Test
    void going_back_to_the_request_without_signing_in_does_not_pass() {
        browser.follow(request(Map.of()));
        browser.signIn("anna", "handtag");
        CLOCK.advance(Duration.ofSeconds(2));
        var demanding = request(Map.of("max_age", "0"));
        browser.follow(demanding);
        assertThat(browser.follow(demanding).uri().getPath()).isEqualTo("/sign-in");
        CLOCK.advance(Duration.ofSeconds(2));
        assertThat(code(browser.signIn("anna", "handtag"))).isNotEmpty();
    }

    @Test
    void a_sign_in_older_than_max_age_is_asked_for_again() {
        browser.follow(request(Map.of()));
        var first = token(browser.signIn("anna", "handtag"));
        CLOCK.advance(Duration.ofSeconds(2));

        assertThat(browser.follow(request(Map.of("max_age", "1"))).uri().getPath())
                .isEqualTo("/sign-in");
        assertThat(token(browser.signIn("anna", "handtag")).getClaimAsInstant("auth_time"))
                .isAfter(first.getClaimAsInstant("auth_time"));
    }

    @Test
    void a_max_age_that_is_no_number_asks_again() {
        browser.follow(request(Map.of()));
        browser.signIn("anna", "handtag");
        CLOCK.advance(Duration.ofSeconds(2));
        assertThat(browser.follow(request(Map.of("max_age", "-1"))).uri().getPath())
                .isEqualTo("/sign-in");
    }

    @Test
    void prompt_none_never_shows_a_page() {
        var stranger = browser.follow(request(Map.of("prompt", "none")));
        assertThat(parameters(stranger)).containsEntry("error", "login_required");

        browser.follow(request(Map.of()));
        browser.signIn("anna", "handtag");
        assertThat(code(browser.follow(request(Map.of("prompt", "none"))))).isNotEmpty();
        CLOCK.advance(Duration.ofSeconds(2));
        assertThat(parameters(browser.follow(request(Map.of("prompt", "none", "max_age", "0")))))
                .containsEntry("error", "login_required");
    }

    @Test
    void another_person_may_answer_and_the_token_says_who() {
        browser.follow(request(Map.of()));
        var anna = token(browser.signIn("anna", "handtag"));
        browser.follow(request(Map.of("prompt", "login")));
        CLOCK.advance(Duration.ofSeconds(2));
        var bo = token(browser.signIn("bo", "handtag"));
        assertThat(bo.getClaimAsString("name")).isEqualTo("Bo Lind");
        assertThat(bo.getClaimAsString("sid")).isNotEqualTo(anna.getClaimAsString("sid"));
    }

    @Test
    void refuses_a_wrong_password_in_words() {
        browser.follow(request(Map.of()));
        var page = browser.signIn("anna", "wrong");
        assertThat(page.body())
                .contains("role=\"alert\"", "not a name and password that belong together", "aria-invalid=\"true\"")
                .contains("Anna Åkesson");
        assertThat(browser.speaking("sv").signIn("nobody", "handtag").body())
                .contains("Namnet och lösenordet hör inte ihop", "lang=\"sv\"");
        assertThat(code(browser.signIn("anna", "handtag"))).isNotEmpty();
    }

    @Test
    void lets_nobody_guess_for_long() {
        browser.follow(request(Map.of()));
        for (int i = 0; i < 5; i++) {
            browser.signIn("eva", "guess" + i);
        }
        assertThat(browser.signIn("eva", "handtag").body()).contains("Wait a minute");
        CLOCK.advance(Duration.ofSeconds(61));
        assertThat(code(browser.signIn("eva", "handtag"))).isNotEmpty();
    }

    @Test
    void one_who_guesses_keeps_nobody_else_out() {
        browser.follow(request(Map.of()));
        for (int i = 0; i < 5; i++) {
            browser.signIn("maja", "guess" + i);
        }
        assertThat(code(browser.signIn("bo", "handtag"))).isNotEmpty();
    }

    @Test
    void refuses_a_request_without_pkce() {
        var answer = browser.open(request(Map.of("code_challenge", "", "code_challenge_method", "")));
        assertThat(parameters(answer)).containsEntry("error", "invalid_request").doesNotContainKey("code");
    }

    @Test
    void refuses_a_code_with_another_verifier_or_secret() {
        browser.follow(request(Map.of()));
        var code = code(browser.signIn("anna", "handtag"));
        assertThat(exchange(code, "w".repeat(64), SECRET).statusCode()).isEqualTo(400);

        var second = code(browser.follow(request(Map.of())));
        assertThat(exchange(second, VERIFIER, "another").statusCode()).isEqualTo(401);
    }

    @Test
    void sends_nobody_to_another_machine() {
        for (var address : new String[] {
            "http://example.com/login/oauth2/code/handtag",
            "http://localhost:1234/elsewhere",
            "https://localhost.example/login/oauth2/code/handtag",
            "http://localhost@example.com/login/oauth2/code/handtag"
        }) {
            var answer = browser.open(request(Map.of("redirect_uri", address)));
            assertThat(answer.statusCode()).as(address).isEqualTo(400);
        }
    }

    @Test
    void signs_out_and_goes_back_to_the_portal() {
        browser.follow(request(Map.of()));
        var old = token(browser.signIn("anna", "handtag"));
        CLOCK.advance(Duration.ofSeconds(2));
        browser.follow(request(Map.of("prompt", "login")));
        browser.signIn("anna", "handtag");

        var answer = browser.open("/connect/logout?"
                + Browser.encoded(Map.of(
                        "id_token_hint", old.getTokenValue(),
                        "post_logout_redirect_uri", "http://localhost:54321/",
                        "state", "s")));

        assertThat(Browser.location(answer)).hasToString("http://localhost:54321/?state=s");
        assertThat(browser.follow(request(Map.of())).uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void signing_out_leads_nobody_to_another_machine() {
        browser.follow(request(Map.of()));
        var token = token(browser.signIn("anna", "handtag"));
        var answer = browser.open("/connect/logout?"
                + Browser.encoded(Map.of(
                        "id_token_hint", token.getTokenValue(), "post_logout_redirect_uri", "http://example.com/")));
        assertThat(Browser.location(answer).getPort()).isEqualTo(idp.port());
    }

    @Test
    void a_sign_out_after_a_restart_still_leads_back() {
        var answer = browser.open("/connect/logout?"
                + Browser.encoded(Map.of(
                        "id_token_hint", "of-an-earlier-run", "post_logout_redirect_uri", "http://localhost:54321/")));
        assertThat(Browser.location(answer)).hasToString("http://localhost:54321/");
    }

    @Test
    void signs_in_also_when_the_portal_beside_it_keeps_its_people_elsewhere() {
        var before = SecurityContextHolder.getContextHolderStrategy();
        SecurityContextHolder.setStrategyName(SecurityContextHolder.MODE_INHERITABLETHREADLOCAL);
        try {
            browser.follow(request(Map.of()));
            assertThat(token(browser.signIn("anna", "handtag")).getClaimAsString("name"))
                    .isEqualTo("Anna Åkesson");
        } finally {
            SecurityContextHolder.setContextHolderStrategy(before);
        }
    }

    @Test
    void has_a_session_cookie_of_its_own() {
        browser.follow(request(Map.of()));
        assertThat(browser.cookies().getCookieStore().getCookies())
                .singleElement()
                .satisfies(cookie -> {
                    assertThat(cookie.getName()).isEqualTo(TrialIdp.SESSION_COOKIE);
                    assertThat(cookie.isHttpOnly()).isTrue();
                });
    }

    private static String request(Map<String, String> more) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", "handtag");
        parameters.put("redirect_uri", CALLBACK);
        parameters.put("scope", "openid profile email");
        parameters.put("state", "state-" + STATES.incrementAndGet());
        parameters.put("code_challenge", challenge());
        parameters.put("code_challenge_method", "S256");
        parameters.putAll(more);
        parameters.values().removeIf(String::isEmpty);
        return "/oauth2/authorize?" + Browser.encoded(parameters);
    }

    private static String challenge() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> parameters(HttpResponse<String> atThePortal) {
        var location = Browser.location(atThePortal);
        assertThat(location.toString()).startsWith(CALLBACK);
        return Arrays.stream(location.getQuery().split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(parameter -> parameter[0], parameter -> parameter[1]));
    }

    private static String code(HttpResponse<String> atThePortal) {
        @Nullable String code = parameters(atThePortal).get("code");
        if (code == null) {
            throw new AssertionError("No code: " + Browser.location(atThePortal));
        }
        return code;
    }

    private Jwt token(HttpResponse<String> atThePortal) {
        var answer = exchange(code(atThePortal), VERIFIER, SECRET);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var idToken =
                JsonMapper.shared().readTree(answer.body()).get("id_token").asString();
        return NimbusJwtDecoder.withJwkSetUri(idp.issuer() + "/oauth2/jwks")
                .build()
                .decode(idToken);
    }

    private HttpResponse<String> exchange(String code, String verifier, String secret) {
        var basic = Base64.getEncoder().encodeToString(("handtag:" + secret).getBytes(UTF_8));
        return browser.send(HttpRequest.newBuilder(java.net.URI.create(idp.issuer() + "/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Browser.encoded(Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", CALLBACK,
                        "code_verifier", verifier)))));
    }
}
