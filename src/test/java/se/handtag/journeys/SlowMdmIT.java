package se.handtag.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.ui.words.SettablePatience;

/** A phone, and an MDM that takes two seconds for each answer. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SlowMdmIT extends Journey {
    @Autowired
    private SettablePatience patience;

    @BeforeEach
    void showOutlinesAtOnce() {
        patience.none();
    }

    @AfterEach
    void waitAsBefore() {
        patience.back();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en, Reading your devices…", "DARK, sv, Hämtar dina enheter…"})
    void an_outline_stands_until_the_devices_come_by_themselves(ColorScheme scheme, String language, String told)
            throws Exception {
        var anna = signIn("anna", 390, 844, scheme, language, "");
        sees(anna, "Annas iPhone");
        mdmSlow();
        anna.navigate(address(""));
        assertThat(outline(anna)).isVisible();
        assertThat(anna.locator("#content h1")).containsText("Anna");
        assertThat(anna.getByText(told)).hasAttribute("aria-live", "polite");
        picture(anna, "outline-" + language);
        sees(anna, "Annas iPhone");
        assertThat(outline(anna)).hasCount(0);
        picture(anna, "after-the-outline-" + language);
    }

    @Test
    void the_focus_stays_on_the_heading_while_the_rest_comes() throws Exception {
        var anna = signIn("anna", 390, 844, ColorScheme.LIGHT, "en", "");
        sees(anna, "Annas iPhone");
        mdmSlow();
        anna.getByText("Annas iPhone").first().click();
        assertThat(outline(anna)).isVisible();
        assertThat(anna.locator("#content h1")).isFocused();
        picture(anna, "outline-device");
        assertThat(anna).hasTitle(Pattern.compile("^Device "));
        sees(anna, "Lock the screen");
        assertThat(anna.locator("#content h1")).isFocused();
        assertThat(anna.locator("#content h1")).hasText("Annas iPhone");
        assertThat(anna).hasTitle(Pattern.compile("^Annas iPhone "));
    }

    @Test
    void whoever_does_not_want_to_wait_goes_elsewhere() throws Exception {
        var anna = signIn("anna", 390, 844, ColorScheme.LIGHT, "en", "");
        sees(anna, "Annas iPhone");
        mdmFault("{\"kind\":\"delay\",\"millis\":25000,\"method\":\"GET\",\"count\":100000}");
        anna.navigate(address("apps"));
        assertThat(outline(anna)).isVisible();
        anna.navigate(address("sessions"));
        assertThat(anna.locator("#content h1")).not().hasText("Apps");
        assertThat(outline(anna)).hasCount(0);
    }

    @Test
    void outlines_stand_still_for_whoever_wants_no_motion() throws Exception {
        var anna = signIn("anna", 390, 844, ColorScheme.LIGHT, "en", "");
        mdmSlow();
        anna.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
        anna.navigate(address(""));
        Assertions.assertThat(rounds(anna)).isEqualTo("infinite");
        anna.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        Assertions.assertThat(rounds(anna)).isEqualTo("1");
    }

    private static Object rounds(Page page) {
        return outline(page)
                .locator(".shape")
                .first()
                .evaluate("shape => getComputedStyle(shape).animationIterationCount");
    }

    private static Locator outline(Page page) {
        return page.locator("#content [aria-busy=true]");
    }

    private void mdmSlow() throws Exception {
        mdmFault("{\"kind\":\"delay\",\"millis\":2000,\"method\":\"GET\",\"count\":100000}");
    }
}
