package se.handtag.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import se.handtag.PortalDevices;

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
        sees(tomasz, "The device management does not know you yet");
        assertThat(tomasz.locator("main").getByRole(AriaRole.BUTTON)).hasCount(0);
        assertThat(tomasz.locator("main").getByRole(AriaRole.LINK)).hasCount(0);
        assertThat(tomasz.locator("nav").getByRole(AriaRole.LINK)).hasCount(0);
        tomasz.getByLabel("Account: Tomasz").click();
        assertThat(tomasz.locator("#account-menu").getByRole(AriaRole.LINK)).hasText("Where I am signed in");
        picture(tomasz, "not-in-the-mdm");
        var phone = signIn("tomasz", 390, 844, ColorScheme.LIGHT, "sv", "");
        sees(phone, "Enhetshanteringen känner inte till dig");
        assertThat(phone.locator("nav:visible")).hasCount(0);
        picture(phone, "not-in-the-mdm-390");
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
    void a_person_sees_where_they_are_signed_in_and_signs_out_there_once_it_is_certainly_them() {
        signIn("bo", 390, 844, ColorScheme.LIGHT, "en", "");
        var desk = signIn("bo");
        desk.getByLabel("Account: Bo Lind").click();
        desk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Where I am signed in"))
                .click();
        sees(desk, "Signed in now");
        picture(desk, "sessions");
        int before = desk.locator("li.action-row").count();
        desk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Confirm that it is me"))
                .click();
        signInHere(desk, "bo");
        sees(desk, "You have confirmed that it is you");
        picture(desk, "sessions-confirmed");
        desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Sign out there: .*")))
                .first()
                .click();
        desk.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign out there").setExact(true))
                .click();
        sees(desk, "Signed out.");
        assertThat(desk.locator("li.action-row")).hasCount(before - 1);
    }

    @Test
    void whoever_wants_to_leave_without_a_connection_leaves_nothing_on_the_screen() {
        var anna = signIn("anna");
        anna.getByLabel("Account: Anna Åkesson").click();
        anna.context().setOffline(true);
        anna.getByText("Sign out").click();
        sees(anna, "could not be signed out");
        picture(anna, "left");
        assertThat(anna.getByText("Annas iPhone")).hasCount(0);
    }

    @Test
    void without_a_connection_a_page_still_opens_and_says_what_to_do() {
        var anna = signIn("anna");
        anna.waitForFunction("() => navigator.serviceWorker.controller !== null");
        // In a window that forgets nothing it could be installed.
        var hindrances = anna.context()
                .newCDPSession(anna)
                .send("Page.getInstallabilityErrors")
                .toString();
        Assertions.assertThat(hindrances.replaceAll("in-incognito", "")).doesNotContainPattern("\"errorId\":\"[a-z]");
        anna.context().setOffline(true);
        anna.navigate(address("requests"));
        sees(anna, "Nothing was sent");
        picture(anna, "offline");
        String deep = address("device/" + PortalDevices.ANNAS_IPHONE);
        anna.navigate(deep);
        sees(anna, "Nothing was sent");
        anna.context().setOffline(false);
        anna.getByText("Try again").click();
        assertThat(anna.locator("#content h1")).hasText("Annas iPhone");
        Assertions.assertThat(anna.url()).isEqualTo(deep);
    }
}
