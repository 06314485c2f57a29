package se.handtag.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.handtag.PortalDevices;

/**
 * Everybody goes through every page that is theirs, first in English, then with Swedish chosen: what a machine can find by
 * WCAG's rules, whether it scrolls sideways, and whether a thumb can hit what is to be pressed.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EveryPageIT extends Journey {
    /** Whether what the page stands on is light or dark. */
    private static final String GROUND = """
            () => {
              const pixel = document.createElement('canvas').getContext('2d');
              for (const ground of [document.documentElement, document.body]) {
                pixel.fillStyle = getComputedStyle(ground).backgroundColor;
                pixel.fillRect(0, 0, 1, 1);
              }
              const [red, green, blue, seen] = pixel.getImageData(0, 0, 1, 1).data;
              return !seen ? 'NOTHING' : red + green + blue > 384 ? 'LIGHT' : 'DARK';
            }""";

    private static final String AXE = axe();
    private static final String ALL_RULES = "";

    /** Being signed out by the clock is what such a page is for: see decision 76. */
    private static final String MAY_END = ", rules: {'meta-refresh': {enabled: false}}";

    /** What is not there and what is somebody else's look alike: nothing of hers can be called off. */
    private static final String NOT_THERE = "call-off/" + PortalDevices.ANNAS_IPHONE;

    /** Somebody's own phone is gone: nothing else asks for hers. */
    private static final String LOSER = "amina.warsame";

    /** What the guides for people show and no other journey does, by the first part of its address and the language. */
    private static final Map<String, String> IN_GUIDES = Map.of(
            " sv", "my-devices-sv",
            "request sv", "request-sv",
            "lost sv", "lost-sv",
            "approvals en", "to-approve",
            "approvals sv", "to-approve-sv",
            "lost-now en", "lost-now",
            "lost-now sv", "lost-now-sv");

    private static final Page.GetByRoleOptions ACCOUNT =
            new Page.GetByRoleOptions().setName(Pattern.compile("Account|Konto"));

    private static final Page.GetByRoleOptions ASK_FOR_A_PASSCODE =
            new Page.GetByRoleOptions().setName(Pattern.compile("Clear the passcode|Nollställ lösenkoden"));

    private static final Page.GetByRoleOptions INSTALL =
            new Page.GetByRoleOptions().setName(Pattern.compile("^Install an app$|^Installera en app$"));

    private static final Page.GetByRoleOptions CHANGE_A_CONFIGURATION =
            new Page.GetByRoleOptions().setName(Pattern.compile("^(Change|Ändra|Describe|Beskriv): "));

    private static final List<String> OF_IT = List.of(
            "find",
            "directory",
            "directory/person/4",
            "directory/devices",
            "directory/device/" + PortalDevices.ANNAS_IPHONE,
            "directory/groups",
            "directory/group/1",
            "directory/tags",
            "directory/tag/1",
            "directory/apps",
            "directory/app/2",
            "directory/apps/new",
            "directory/files",
            "directory/apps/update/2",
            "directory/approvers",
            "second-person",
            "erase-names",
            "many",
            "health",
            "numbers",
            "rules",
            "stop",
            "links",
            "held",
            "lost-now",
            "unknown",
            "administration/configurations");

    private final List<String> complaints = new ArrayList<>();
    private final Set<String> visited = new LinkedHashSet<>();
    private final Set<String> pictured = new HashSet<>();

    @Autowired
    private ServletContext servlets;

    @Autowired
    private JdbcClient database;

    @Autowired
    private MessageSource messages;

    @BeforeEach
    @AfterEach
    void nothingWaits() {
        database.sql("update requests.request set state = 'WITHDRAWN' where state = 'WAITING'")
                .update();
    }

    @Test
    void every_page_fits_every_screen_and_hinders_nobody_in_both_schemes_and_languages() {
        var anna = signIn("anna");
        String request = asksForAPasscode(anna);
        through(
                anna,
                List.of(
                        "",
                        "device/" + PortalDevices.ANNAS_IPHONE,
                        "device/" + PortalDevices.ANNAS_IPHONE + "/hand-over",
                        "requests",
                        request,
                        "apps",
                        "messages",
                        "details",
                        "touched",
                        "sessions",
                        "on-record",
                        "accessibility",
                        NOT_THERE));
        through(signIn("bo"), List.of("approvals", "approvals/stand-ins", "team"));
        var amina = signIn(LOSER);
        String lost = losesAPhone(amina);
        through(amina, List.of("", "device/" + lost, "found/" + lost));
        var sara = signIn("sara");
        through(sara, Stream.concat(OF_IT.stream(), Stream.of(draft(sara))).toList());
        through(signIn("maja"), List.of("help"));
        through(signIn("per-olof"), List.of("audit"));
        through(signIn("yusuf"), List.of(""));
        through(signIn("tomasz"), List.of(""));
        assertThat(complaints).isEmpty();
        assertThat(routes())
                .as("routes nobody went to")
                .allMatch(route -> visited.stream().anyMatch(path -> matches(route, path)));
    }

    @Test
    void the_pages_for_a_lost_phone_fit_every_screen_too() {
        var amina = signIn(LOSER);
        String lost = losesAPhone(amina);
        for (String path : List.of("lost", "lost/colleague", "lost/" + lost, "offline", "sign-in-failed")) {
            for (String language : List.of("en", "sv")) {
                amina.navigate(address(path + "?language=" + language));
                check(amina, path, language, MAY_END);
                pictureForGuides(amina, path, language);
            }
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void what_opens_over_a_page_hinders_nobody_in_both_schemes_and_languages() {
        var page = signIn("anna");
        for (String language : List.of("en", "sv")) {
            choose(page, language);
            go(page, "device/" + PortalDevices.ANNAS_IPHONE);
            page.getByRole(AriaRole.BUTTON, ACCOUNT).click();
            assertThat(page.getByText("sv".equals(language) ? "English" : "Svenska")
                            .first())
                    .isVisible();
            inBothSchemes(page, "account menu " + language, ALL_RULES);
            page.keyboard().press("Escape");
            opens(page, ASK_FOR_A_PASSCODE, "dialog " + language);
            go(page, "");
            opens(page, INSTALL, "apps to choose " + language);
        }
        var sara = signIn("sara");
        for (String language : List.of("en", "sv")) {
            choose(sara, language);
            go(sara, "administration/configurations");
            opens(sara, CHANGE_A_CONFIGURATION, "configuration " + language);
        }
        assertThat(complaints).isEmpty();
    }

    /** Presses the button and looks at what opens, as at a page. */
    private void opens(Page page, Page.GetByRoleOptions button, String where) {
        page.getByRole(AriaRole.BUTTON, button).first().click();
        assertThat(dialog(page).getByRole(AriaRole.BUTTON).last()).isVisible();
        look(page, 320, where);
        small(page).forEach(target -> complaints.add(where + " has a target below 44 px: " + target));
        inBothSchemes(page, where, ALL_RULES);
        page.keyboard().press("Escape");
        assertThat(page.locator("vaadin-dialog[opened]")).hasCount(0);
    }

    @Test
    void a_screen_runs_scripts_with_the_number_of_its_request_alone() {
        var page = signIn("anna");
        var numbers = new HashSet<String>();
        for (int i = 0; i < 2; i++) {
            var answer = Objects.requireNonNull(page.navigate(address("details")));
            assertThat(page.locator("#content h1")).isVisible();
            var policy = Objects.requireNonNull(answer.headerValue("content-security-policy"));
            var number = policy.replaceAll(".*'nonce-([^']+)'.*", "$1");
            numbers.add(number);
            assertThat(number).hasSizeGreaterThanOrEqualTo(22);
            assertThat(policy.replace(number, "number"))
                    .startsWith("default-src 'self'; ")
                    .contains("object-src 'none'; frame-ancestors 'none'; ", "base-uri 'self'; form-action 'self'; ")
                    .endsWith("script-src 'nonce-number' 'strict-dynamic' 'unsafe-eval'");
            assertThat(Pattern.compile("<script[^>]*>").matcher(answer.text()).results())
                    .isNotEmpty()
                    .allMatch(script -> script.group().contains("nonce=\"" + number + "\""));
        }
        assertThat(numbers).hasSize(2);

        assertThat(page.evaluate("""
                () => new Promise(done => {
                  window.intrude = () => done('ran');
                  document.addEventListener('securitypolicyviolation', event => done(event.effectiveDirective));
                  document.querySelector('#content h1').innerHTML += '<img src="/nowhere" alt="" onerror="intrude()">';
                })""")).isEqualTo("script-src-attr");
        assertThat(violationsOf(page)).singleElement().asString().contains("script-src-attr blocked inline");
    }

    private void through(Page page, List<String> paths) {
        page.navigate(address(""));
        assertThat(page.locator("#content h1")).isVisible();
        for (String language : List.of("en", "sv")) {
            choose(page, language);
            for (String path : paths) {
                go(page, path);
                isItself(page, path, language);
                check(page, path, language, ALL_RULES);
                pictureForGuides(page, path, language);
                visited.add(path);
            }
        }
        page.close();
    }

    /** On the narrowest phone and a common one, on a tablet, at 200 % and on a large screen. */
    private void check(Page page, String path, String language, String rules) {
        String where = "/" + path + " " + language;
        for (int width : List.of(320, 390, 768, 640, 1280)) {
            look(page, width, where);
            if (width == 390 || width == 768) {
                small(page)
                        .forEach(target ->
                                complaints.add(where + " has a target below 44 px at " + width + ": " + target));
            }
        }
        inBothSchemes(page, where, rules);
    }

    private void inBothSchemes(Page page, String where, String rules) {
        axe(page, where, ColorScheme.LIGHT, rules);
        axe(page, where, ColorScheme.DARK, rules);
    }

    /** A page of failures hinders nobody either, and would hide that the page itself was not looked at. */
    private void isItself(Page page, String path, String language) {
        String heading = page.locator("#content h1").first().textContent();
        boolean failed = Stream.of("shell.failure.title", "shell.not-found.title", "administration.refused.title")
                .map(title -> messages.getMessage(title, null, Locale.of(language)))
                .anyMatch(heading::equals);
        if (failed != path.equals(NOT_THERE)) {
            complaints.add("/" + path + " " + language + " shows: " + heading);
        }
        if (!page.url().equals(address(path))) {
            complaints.add("/" + path + " " + language + " leads to " + page.url());
        }
    }

    /** Only when somebody asks for pictures anew. */
    private void pictureForGuides(Page page, String path, String language) {
        String name = IN_GUIDES.get(path.replaceAll("/.*", "") + " " + language);
        if (name != null && System.getProperty("handtag.pictures") != null && pictured.add(name)) {
            page.setViewportSize(path.equals("lost") ? 390 : 1280, 800);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            page.evaluate("window.scrollTo(0, 0)");
            picture(page, name);
        }
    }

    private void look(Page page, int width, String where) {
        page.setViewportSize(width, 800);
        var wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (!"0".equals(String.valueOf(wider))) {
            complaints.add(where + " is wider than " + width + " px by " + wider);
        }
    }

    private void axe(Page page, String where, ColorScheme scheme, String rules) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        if (!scheme.name().equals(page.evaluate(GROUND))) {
            complaints.add(where + " is not " + scheme);
        }
        if (!Boolean.TRUE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(AXE);
        }
        strings(page.evaluate("axe.run({resultTypes: ['violations'], iframes: false, preload: false" + rules + """
                        }).then(found => found.violations.flatMap(rule =>
                            rule.nodes.slice(0, 3).map(node => rule.id + ' ' + node.target + ' ' + node.html)))"""))
                .forEach(finding -> complaints.add(where + " " + scheme + ": " + finding));
    }

    /**
     * A link among other words of a sentence is as small as its line, as WCAG 2.5.8 has it; what opens a field is the whole
     * field.
     */
    private static List<String> small(Page page) {
        return strings(page.evaluate("""
                () => [...document.querySelectorAll(
                        'a[href], button, vaadin-button, [role=button], summary, vaadin-checkbox, vaadin-radio-button')]
                    .filter(target => target.checkVisibility({visibilityProperty: true}) && !target.matches('.skip'))
                    .filter(target => !target.closest('vaadin-date-picker, vaadin-combo-box, vaadin-select, vaadin-upload'))
                    .filter(target => getComputedStyle(target).display !== 'inline'
                        || target.parentElement.textContent.trim() === target.textContent.trim())
                    .map(target => [target, target.getBoundingClientRect()])
                    .filter(([, box]) => box.width > 0 && (box.height < 43.5 || box.width < 43.5))
                    .map(([target, box]) => `${target.outerHTML.slice(0, 120)} ${Math.round(box.width)} × ${Math.round(box.height)}`)
                """));
    }

    /** As a press on a link within the portal. */
    private void go(Page page, String path) {
        if (page.url().equals(address(path))) {
            return;
        }
        page.evaluate("""
                path => {
                  document.getElementById('content').firstElementChild?.setAttribute('data-left', '');
                  const link = document.createElement('a');
                  link.href = '/' + path;
                  link.setAttribute('router-link', '');
                  document.body.append(link);
                  link.click();
                  link.remove();
                }""", path);
        page.waitForFunction("""
                () => document.querySelector('#content h1') && !document.querySelector('#content > [data-left]')
                    && !document.querySelector('vaadin-connection-indicator[loading]')""");
    }

    private static void choose(Page page, String language) {
        if (Boolean.TRUE.equals(
                page.evaluate("language => document.documentElement.lang.startsWith(language)", language))) {
            return;
        }
        page.setViewportSize(1280, 800);
        page.getByRole(AriaRole.BUTTON, ACCOUNT).click();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("sv".equals(language) ? "Svenska" : "English"))
                .click();
        page.waitForFunction("language => document.documentElement.lang.startsWith(language)", language);
        assertThat(page.locator("#content h1")).isVisible();
    }

    private String asksForAPasscode(Page page) {
        page.navigate(address("device/" + PortalDevices.ANNAS_IPHONE));
        press(page, "Request: Clear the passcode");
        page.getByLabel("Why?").fill("I forgot it after the holidays");
        press(page, "Request for iPhone 16 …K7QX");
        page.waitForURL("**/request/**");
        return page.url().substring(address("").length());
    }

    /** @return the device's id */
    private String losesAPhone(Page page) {
        page.navigate(address("lost"));
        var follow = page.locator("main a.huge");
        if (follow.count() == 0) {
            page.locator("main button.huge").first().click();
            page.navigate(address("lost"));
        }
        String href = Objects.requireNonNull(follow.first().getAttribute("href"));
        return href.substring(href.lastIndexOf('/') + 1);
    }

    private String draft(Page page) {
        page.navigate(address("rules"));
        press(page, "Change the rules");
        page.waitForURL("**/rules/draft/**");
        return page.url().substring(address("").length());
    }

    private List<String> routes() {
        return ApplicationRouteRegistry.getInstance(new VaadinServletContext(servlets)).getRegisteredRoutes().stream()
                .flatMap(route -> Stream.concat(
                        Stream.of(route.getTemplate()),
                        route.getRouteAliases().stream().map(alias -> alias.getTemplate())))
                .toList();
    }

    private static boolean matches(String route, String path) {
        return Pattern.matches(route.replaceAll(":\\w+", "[^/]+"), path);
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    private static String axe() {
        try (var script = EveryPageIT.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
