package se.handtag.trial.idp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.handtag.Chromium;

/** The sign-in pages in a browser: no accessibility findings, no sideways scrolling, all of it by keyboard. */
class SignInPagesIT {
    private static final List<String> PAGES = List.of(
            "/sign-in",
            "/sign-in?problem=wrong",
            "/sign-in?as=anna",
            "/sign-in?as=per-olof&problem=wait",
            "/",
            "/nowhere");

    @SuppressWarnings("NullAway.Init")
    private static TrialIdp idp;

    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    @SuppressWarnings("NullAway.Init")
    private static Browser browser;

    @BeforeAll
    static void start() {
        idp = TrialIdp.start(new TrialIdpSettings(0, "a-secret-for-tests"));
        chromium = Chromium.start();
        browser = chromium.browser();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        idp.close();
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT, en", "390, DARK, sv", "320, LIGHT, sv"})
    void every_page_fits_and_has_no_findings(int width, ColorScheme scheme, String language) {
        try (var page = open(width, scheme, language)) {
            for (var path : PAGES) {
                page.navigate(idp.issuer() + path);
                assertThat(new AxeBuilder(page).analyze().getViolations())
                        .as(path)
                        .isEmpty();
                assertThat((boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))
                        .as("%s scrolls sideways", path)
                        .isFalse();
                assertThat(page.evaluate("document.documentElement.lang")).isEqualTo(language);
                assertThat(page.content()).as("a text is missing").doesNotContain("??");
            }
        }
    }

    @Test
    void a_person_signs_in_and_out_by_keyboard_alone() {
        try (var page = open(390, ColorScheme.LIGHT, "en")) {
            page.navigate(idp.issuer() + "/sign-in");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.waitForURL("**/sign-in?as=anna");
            assertThat(page.locator("input[type=password]")).isFocused();
            page.keyboard().type("handtag");
            page.keyboard().press("Enter");
            page.getByText("You are signed in as Anna Åkesson").waitFor();
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.getByText("You are signed out here.").waitFor();
        }
    }

    private static Page open(int width, ColorScheme scheme, String language) {
        return browser.newPage(new Browser.NewPageOptions()
                .setViewportSize(width, 800)
                .setColorScheme(scheme)
                .setLocale(language));
    }
}
