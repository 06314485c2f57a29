package se.handtag.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignInIT extends Journey {

    @Test
    void whoever_signs_in_sees_their_own_devices() {
        var anna = signIn("anna");
        assertThat(anna).hasURL(address(""));
        sees(anna, "Annas iPhone");
        sees(anna, "Annas MacBook");
        sees(anna, "Fältplatta 12");
        picture(anna, "my-devices");
    }

    @Test
    void who_is_not_in_the_mdm_is_told_so_and_nothing_else() {
        var tomasz = signIn("tomasz");
        sees(tomasz, "MDM");
        assertThat(tomasz.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lock")))
                .hasCount(0);
    }

    @Test
    void the_accessibility_statement_is_there_for_everybody() {
        sees(stranger("accessibility"), "What you can count on");
        var anna = signIn("anna", 390, 844, ColorScheme.DARK, "sv", "");
        anna.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tillgänglighet"))
                .click();
        sees(anna, "Det här kan du räkna med");
        anna.waitForFunction("() => window.scrollY === 0");
        picture(anna, "accessibility-390-dark");
    }

    @Test
    void without_a_connection_a_page_still_opens_and_says_what_to_do() {
        var anna = signIn("anna");
        anna.waitForFunction("() => navigator.serviceWorker.controller !== null");
        // In a window that forgets nothing it could be installed.
        var hindrances = anna.context().newCDPSession(anna).send("Page.getInstallabilityErrors").toString();
        Assertions.assertThat(hindrances.replaceAll("in-incognito", ""))
                .doesNotContainPattern("\"errorId\":\"[a-z]");
        anna.context().setOffline(true);
        anna.navigate(address("requests"));
        sees(anna, "Nothing was sent");
        picture(anna, "offline");
    }
}
