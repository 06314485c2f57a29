package se.handtag.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import se.handtag.Chromium;
import se.handtag.HandtagApplication;
import se.handtag.PortalClock;
import se.handtag.ui.words.SettablePatience;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole portal with its trial on free ports, people with browsers, and the trial MDM's journal as the witness. */
@SpringBootTest(classes = HandtagApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("trial")
@TestPropertySource(
        properties = {
            "handtag.trial.data=target/journeys-${handtag.fork:1}",
            "handtag.trial.mdm.port=0",
            "handtag.trial.idp.port=0",
            "handtag.trial.speed=4",
            // A journey may let days pass while somebody has a page open.
            "handtag.identity.longest-session=400d"
        })
@Import({Journey.Time.class, SettablePatience.class})
abstract class Journey {
    private static final Path PICTURES = Path.of(System.getProperty("handtag.pictures", "target/screens/journeys"));

    /** Milliseconds; a broken connection is tried again only after a while, and a busy machine stands still at times. */
    private static final double PATIENCE = 60_000;

    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    /** The real time, until a journey lets it pass. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        @Primary
        PortalClock portalClock() {
            return new PortalClock();
        }
    }

    /** What the browsers of those keep who sign in once for a whole class, by who they are. */
    private static final Map<String, String> KEPT = new HashMap<>();

    private final List<Page> open = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Value("${handtag.mdm.url}")
    private String mdm = "";

    @Value("${handtag.identity.issuer}")
    private String issuer = "";

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
        setDefaultAssertionTimeout(PATIENCE);
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
        KEPT.clear();
    }

    @BeforeEach
    void healMdm() throws Exception {
        faultsOff();
        send("POST", "/witness/start-over", "");
    }

    /** Fails when a page did what its own policy forbids, on any journey. */
    @AfterEach
    void closePages() {
        // Asking a page anything brings what it has told so far.
        open.stream().filter(page -> !page.isClosed()).forEach(page -> page.evaluate("1"));
        open.forEach(Page::close);
        Assertions.assertThat(violations)
                .as("against the Content-Security-Policy")
                .isEmpty();
    }

    /** What pages did so far against their policy; whoever asks has it from then on, and no journey fails for it. */
    List<String> violationsOf(Page page) {
        page.evaluate("1");
        var told = List.copyOf(violations);
        violations.clear();
        return told;
    }

    private Page opened(Browser.NewPageOptions options) {
        var page = chromium.browser().newPage(options);
        page.setDefaultTimeout(PATIENCE);
        open.add(page);
        return page;
    }

    private void watch(Page page) {
        page.exposeBinding("handtagViolation", (_, told) -> violations.add(String.valueOf(told[0])));
        page.addInitScript("""
                document.addEventListener('securitypolicyviolation', event => handtagViolation(
                    `${location.pathname}: ${event.effectiveDirective} blocked ${event.blockedURI} `
                        + `${event.sourceFile}:${event.lineNumber} ${event.sample}`))""");
    }

    /** A person at a screen of that size, signed in by the identity provider's own page. */
    Page signIn(String username, int width, int height, ColorScheme scheme, String language, String path) {
        var page = opened(new Browser.NewPageOptions()
                .setViewportSize(width, height)
                .setLocale(language)
                .setTimezoneId("Europe/Stockholm")
                .setColorScheme(scheme));
        watch(page);
        page.navigate(address(path));
        List<Request> loaded = new ArrayList<>();
        Consumer<Request> count = loaded::add;
        page.onRequestFinished(count);
        signInHere(page, username);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.offRequestFinished(count);
        tellSize(path, loaded);
        return page;
    }

    /** Somebody at a desk, who signs in the first time and comes back as such ever after, while the tests of a class last. */
    Page keptSignedIn(String username, String path) {
        String kept = KEPT.get(username);
        if (kept == null) {
            var page = signIn(username, 1280, 900, ColorScheme.LIGHT, "en", path);
            KEPT.put(username, page.context().storageState());
            return page;
        }
        var page = opened(new Browser.NewPageOptions()
                .setStorageState(kept)
                .setViewportSize(1280, 900)
                .setLocale("en")
                .setTimezoneId("Europe/Stockholm"));
        watch(page);
        page.navigate(address(path));
        return page;
    }

    /** A person at a small screen in a browser that runs no scripts. */
    Page signInWithoutJavaScript(String username, int width, int height, String language, String path) {
        var page = opened(new Browser.NewPageOptions()
                .setJavaScriptEnabled(false)
                .setViewportSize(width, height)
                .setLocale(language));
        page.navigate(address(path));
        signInHere(page, username);
        return page;
    }

    /** For whoever watches the first load; nothing is asserted about it. */
    private void tellSize(String path, List<Request> loaded) {
        List<Request> portal = loaded.stream()
                .filter(request -> request.url().startsWith(address("")))
                .toList();
        int bytes = portal.stream()
                .mapToInt(request -> request.sizes().responseBodySize + request.sizes().responseHeadersSize)
                .sum();
        System.out.printf("First load of /%s: %d kB in %d requests%n", path, bytes / 1000, portal.size());
    }

    /** Somebody who has not signed in. */
    Page stranger(String path) {
        var page = opened(new Browser.NewPageOptions().setLocale("en"));
        watch(page);
        page.navigate(address(path));
        return page;
    }

    /** Somebody's phone at the page where the trial shows the mail that they got; who has it has not signed in. */
    Page mailbox(String to, ColorScheme scheme) {
        var page = opened(new Browser.NewPageOptions()
                .setViewportSize(390, 844)
                .setLocale("en")
                .setTimezoneId("Europe/Stockholm")
                .setColorScheme(scheme));
        watch(page);
        page.navigate(URI.create(issuer).resolve("/mail?to=" + to).toString());
        return page;
    }

    Page signIn(String username) {
        return signIn(username, 1280, 800, ColorScheme.LIGHT, "en", "");
    }

    /** Fills in the identity provider's page that is open. */
    static void signInHere(Page page, String username) {
        page.navigate(URI.create(page.url()).resolve("/sign-in?as=" + username).toString());
        page.locator("input[type=password]").fill("handtag");
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/sign-in") && !url.contains("/oauth2/"));
    }

    String address(String path) {
        return "http://localhost:" + port + "/" + path;
    }

    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(false));
    }

    /** What the MDM received and what devices did since the test began, as text. */
    String journal() throws IOException, InterruptedException {
        return get("/witness/journal").toString();
    }

    /** Every call to the MDM is cut off without an answer until {@link #faultsOff}. */
    void mdmDown() throws IOException, InterruptedException {
        send("POST", "/witness/faults", "{\"kind\":\"hangup\",\"count\":100000}");
    }

    /** As the trial MDM's page for faults describes them. */
    void mdmFault(String fault) throws IOException, InterruptedException {
        send("POST", "/witness/faults", fault);
    }

    void faultsOff() throws IOException, InterruptedException {
        send("DELETE", "/witness/faults", "");
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(send("GET", path, ""));
    }

    private String send(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(mdm).resolve(path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }

    static Locator dialog(Page page) {
        return page.getByRole(AriaRole.DIALOG)
                .or(page.getByRole(AriaRole.ALERTDIALOG))
                .last();
    }

    /** Presses the button of the open dialog. */
    static void confirm(Page page, String button) {
        dialog(page)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .last()
                .click();
    }

    static void sees(Page page, String text) {
        try {
            assertThat(page.getByText(text).first()).isVisible();
        } catch (AssertionError missed) {
            picture(page, "missed");
            throw missed;
        }
    }

    /** A step of the ladder that has happened; those still to come bear the same names. */
    static void hasCome(Page page, String step) {
        assertThat(page.locator("li.done", new Page.LocatorOptions().setHasText(step)))
                .isVisible();
    }
}
