package se.handtag.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.handtag.Chromium;
import se.handtag.Gate;

/** Signing in and out with an identity provider that we did not write. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "handtag.trial.data=target/trial-keycloak",
            "handtag.trial.mdm.port=0",
            "handtag.trial.idp.port=0",
            "handtag.identity.client-id=handtag",
            "handtag.identity.client-secret=a-secret-for-tests",
            "handtag.identity.claims.roles=roles,groups",
            "handtag.identity.roles.it=handtag-it,it-department",
            "vaadin.productionMode=true"
        })
@ActiveProfiles("trial")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeycloakIT {
    private static final Gate PROVIDER = Gate.onFreePort();
    private static final Gate PORTAL = Gate.onFreePort();
    private static final String ISSUER = "http://localhost:" + PROVIDER.port() + "/realms/handtag";
    private static final Pattern AT_PROVIDER = Pattern.compile(".*/realms/handtag/.*");

    /** It takes as long to start as the portal does: both at once. */
    private static final Keycloak KEYCLOAK = Keycloak.start("http://localhost:" + PROVIDER.port(), portal(""));

    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    private final List<Page> open = new ArrayList<>();

    @Autowired
    private Rechecks rechecks;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("handtag.identity.issuer", () -> ISSUER);
    }

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
        setDefaultAssertionTimeout(60_000);
    }

    @AfterAll
    static void stop() {
        chromium.close();
        KEYCLOAK.close();
        PROVIDER.close();
        PORTAL.close();
    }

    @BeforeEach
    void openThePortal() {
        PORTAL.leadTo(port);
    }

    @AfterEach
    void closeBrowsers() {
        open.forEach(page -> page.context().close());
    }

    @Test
    @Order(1)
    void the_portal_starts_without_its_provider_says_so_and_lets_people_in_once_it_is_there() {
        var anna = browser();
        var away = Objects.requireNonNull(anna.navigate(portal("/audit/export")));
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.text()).contains("Signing in does not work right now");

        PROVIDER.leadTo(KEYCLOAK.port());

        anna.navigate(portal("/audit/export"));
        fillIn(anna, "anna");
        assertThat(me(anna)).isEqualTo("Anna Åkesson [EMPLOYEE] bo.lind@fjallrav.example without proof");
    }

    @Test
    @Order(2)
    void groups_and_roles_of_the_provider_give_the_roles_that_settings_say() {
        assertThat(me(signedIn("sara"))).startsWith("Sara Nilsson [EMPLOYEE, IT]");
        assertThat(me(signedIn("per-olof"))).startsWith("Per-Olof Berg [AUDITOR, EMPLOYEE]");
    }

    @Test
    @Order(3)
    void a_fresh_sign_in_asks_for_the_password_though_the_provider_knows_her() {
        var anna = signedIn("anna");
        anna.navigate(portal("/sign-in/fresh?to=/icons/me"));
        assertThat(anna.url()).matches(AT_PROVIDER);
        anna.locator("#password").fill("handtag");
        anna.locator("#kc-login").click();
        anna.waitForURL(portal("/icons/me"));
        assertThat(anna.locator("body").textContent()).endsWith("with proof");
    }

    @Test
    @Order(4)
    void signing_out_of_the_portal_signs_out_at_the_provider() {
        var anna = signedIn("anna");
        anna.navigate(portal("/"));
        anna.getByLabel("Account: Anna Åkesson").click();
        anna.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        PlaywrightAssertions.assertThat(anna.locator("#username")).isVisible();
        assertThat(me(anna)).isEqualTo("nobody");
    }

    @Test
    @Order(5)
    void signing_out_of_the_lost_pages_signs_out_at_the_provider() {
        var anna = browser();
        anna.navigate(portal("/lost"));
        fillIn(anna, "anna");
        anna.waitForURL(portal("/lost") + "**");
        anna.locator("form[action$='/lost/sign-out'] button").first().click();
        anna.waitForURL(portal("/lost/signed-out"));
        anna.navigate(portal("/lost"));
        PlaywrightAssertions.assertThat(anna.locator("#username")).isVisible();
    }

    @Test
    @Order(6)
    void signing_out_at_the_provider_ends_the_session_here_and_no_other() {
        var desk = signedIn("anna");
        var phone = signedIn("anna");
        desk.navigate(ISSUER + "/protocol/openid-connect/logout");
        desk.locator("#kc-logout").click();
        await().untilAsserted(() -> assertThat(me(desk)).isEqualTo("nobody"));
        assertThat(me(phone)).startsWith("Anna Åkesson");
    }

    @Test
    @Order(7)
    void nobody_but_the_provider_ends_sessions() {
        var anna = signedIn("anna");
        String claims =
                "{\"iss\":\"%s\",\"aud\":\"handtag\",\"sub\":\"x\",\"sid\":\"x\",\"jti\":\"1\"}".formatted(ISSUER);
        for (String token : List.of("nonsense", base64("{\"alg\":\"none\"}") + "." + base64(claims) + ".")) {
            var answer = anna.request()
                    .post(
                            portal("/logout/connect/back-channel/handtag"),
                            RequestOptions.create().setForm(FormData.create().set("logout_token", token)));
            assertThat(answer.status()).isEqualTo(400);
        }
        assertThat(me(anna)).startsWith("Anna Åkesson");
    }

    @Test
    @Order(8)
    void the_provider_is_asked_again_and_its_answer_counts_where_it_could_not_tell_by_itself() {
        var anna = signedIn("anna");
        assertThat(askedAgain(anna)).startsWith("Anna Åkesson");
        PORTAL.shut();
        anna.navigate(ISSUER + "/protocol/openid-connect/logout");
        anna.locator("#kc-logout").click();
        anna.waitForLoadState();
        PORTAL.leadTo(port);
        await().untilAsserted(() -> assertThat(askedAgain(anna)).isEqualTo("nobody"));
    }

    /** What the portal knows of them once the provider was asked. */
    private String askedAgain(Page page) {
        page.request().get(portal("/icons/due"));
        rechecks.look();
        return me(page);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private Page signedIn(String username) {
        PROVIDER.leadTo(KEYCLOAK.port());
        var page = browser();
        page.navigate(portal("/audit/export"));
        fillIn(page, username);
        return page;
    }

    private Page browser() {
        var page = chromium.browser().newContext().newPage();
        open.add(page);
        return page;
    }

    private static void fillIn(Page page, String username) {
        page.locator("#username").fill(username);
        page.locator("#password").fill("handtag");
        page.locator("#kc-login").click();
        page.waitForURL(portal("/") + "**");
    }

    /** What the portal knows of whoever sits at that browser. */
    private static String me(Page page) {
        return page.request().get(portal("/icons/me")).text();
    }

    private static String portal(String path) {
        return "http://localhost:" + PORTAL.port() + path;
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Parts {
        @Bean
        Me me(FreshSignIns fresh) {
            return new Me(fresh);
        }
    }

    /** Says who it is shown to, at an address behind the portal's door that opens to everybody. */
    @RestController
    static class Me {
        private final FreshSignIns fresh;

        Me(FreshSignIns fresh) {
            this.fresh = fresh;
        }

        /** The provider is asked about whoever sits there the next time that it is asked about anybody. */
        @GetMapping("/icons/due")
        String due(HttpSession session) {
            Tie tie = Tie.of(session);
            if (tie != null) {
                Tie.keep(session, tie.dueAt(Instant.EPOCH));
            }
            return "yes";
        }

        @GetMapping(path = "/icons/me", produces = "text/plain;charset=utf-8")
        String me() {
            return SignedIn.principal()
                    .map(PersonPrincipal::person)
                    .map(person -> person.name() + " "
                            + new TreeSet<>(
                                    person.roles().stream().map(Role::name).toList())
                            + " " + person.manager()
                            + (fresh.of(person) == null ? " without proof" : " with proof"))
                    .orElse("nobody");
        }
    }
}
