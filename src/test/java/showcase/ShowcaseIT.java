package showcase;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import se.handtag.Chromium;

/** Looks at every component in every width, scheme and language, and leaves a picture of each. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShowcaseIT {
    private static final Path PICTURES = Path.of("target/screens");
    /** Each component once, and what is shown when something is not as it should be; pages made of them stand in the portal. */
    private static final List<String> PAGES = List.of("kit", "gone", "nowhere", "broken");

    private static ConfigurableApplicationContext showcase;
    private static Chromium chromium;
    private static Browser browser;
    private static String address;

    record Look(int width, int height, ColorScheme scheme, String language) {
        boolean inEveryBuild() {
            return List.of("1280-light-en", "390-dark-sv", "320-light-sv").contains(toString());
        }

        @Override
        public String toString() {
            return width + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + language;
        }
    }

    @BeforeAll
    static void start() {
        showcase = Showcase.start(0);
        var server = ((ServletWebServerApplicationContext) showcase).getWebServer();
        address = "http://localhost:" + (server == null ? 0 : server.getPort()) + "/";
        chromium = Chromium.start();
        browser = chromium.browser();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        showcase.close();
    }

    static Stream<Look> looks() {
        var all = Stream.of(new int[] {1280, 800}, new int[] {390, 844}, new int[] {320, 640})
                .flatMap(size -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                        .flatMap(scheme ->
                                Stream.of("en", "sv").map(language -> new Look(size[0], size[1], scheme, language))));
        // Every width, scheme and language once in each build; -Dlooks=all takes every one with every other.
        return "all".equals(System.getProperty("looks")) ? all : all.filter(Look::inEveryBuild);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void every_component_fits_and_has_no_findings(Look look) {
        var complaints = new ArrayList<String>();
        try (var page = open(look)) {
            page.onConsoleMessage(message -> {
                if ("error".equals(message.type()) && !message.text().contains("the server responded with a status")) {
                    complaints.add("console: " + message.text());
                }
            });
            for (var path : PAGES) {
                visit(page, path);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PICTURES.resolve(path + "-" + look + ".png")));
                if ((boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth")) {
                    complaints.add(path + " scrolls sideways");
                }
                for (var small : smallTargets(page)) {
                    complaints.add(path + " has a target below 44 px: " + small);
                }
                new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .map(ShowcaseIT::told)
                                .map(told -> path + ": " + told)
                                .forEach(complaints::add);
            }
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void the_question_before_erasing_has_the_focus_on_cancel_and_is_closed_by_escape() {
        var look = new Look(390, 844, ColorScheme.LIGHT, "sv");
        try (var page = open(look)) {
            visit(page, "");
            page.getByLabel("Mer för Annas iPhone").click();
            page.getByText("Radera allt på telefonen?").waitFor();
            page.waitForFunction("document.activeElement?.textContent === 'Avbryt'");
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("question-" + look + ".png")));
            page.keyboard().press("Escape");
            page.getByText("Radera allt på telefonen?")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            page.waitForFunction("document.activeElement?.getAttribute('aria-label') === 'Mer för Annas iPhone'");
        }
    }

    @Test
    void a_chosen_language_stays() {
        try (var page = open(new Look(1280, 800, ColorScheme.LIGHT, "en"))) {
            visit(page, "device");
            page.getByLabel("Account: Anna Åkesson").click();
            page.getByText("Svenska").click();
            page.getByText("Det här kan du göra").waitFor();
            assertThat(page.evaluate("document.documentElement.lang")).isEqualTo("sv-SE");
            visit(page, "inbox");
            page.getByText("Inget mer väntar på dig").waitFor();
        }
    }

    private static Page open(Look look) {
        return browser.newPage(new Browser.NewPageOptions()
                .setViewportSize(look.width(), look.height())
                .setColorScheme(look.scheme())
                .setReducedMotion(ReducedMotion.REDUCE)
                .setTimezoneId("Europe/Stockholm")
                .setLocale("sv".equals(look.language()) ? "sv-SE" : "en-GB"));
    }

    private static void visit(Page page, String path) {
        page.navigate(address + path);
        page.locator("main h1").waitFor();
        page.waitForFunction("!document.querySelector('vaadin-connection-indicator[loading]')"
                + " && document.fonts.status === 'loaded'");
    }

    /** WCAG 2.2 exempts targets in a sentence; so do we. */
    @SuppressWarnings("unchecked")
    private static List<String> smallTargets(Page page) {
        return (List<String>) page.evaluate("""
                () => [...document.querySelectorAll('a[href], button, vaadin-button, [role=button]')]
                    .filter(target => target.checkVisibility() && !target.closest('p, h2, .skip, vaadin-date-picker'))
                    .filter(target => !target.classList.contains('skip'))
                    .map(target => [target, target.getBoundingClientRect()])
                    .filter(([, box]) => box.width > 0 && (box.height < 43.5 || box.width < 43.5))
                    .map(([target, box]) => target.outerHTML.slice(0, 80) + ' ' + box.width + 'x' + box.height)
                """);
    }

    private static String told(Rule rule) {
        return rule.getId() + " " + rule.getHelp() + " at "
                + rule.getNodes().stream()
                        .map(node -> String.valueOf(node.getTarget()) + " " + node.getHtml())
                        .limit(3)
                        .toList();
    }
}
