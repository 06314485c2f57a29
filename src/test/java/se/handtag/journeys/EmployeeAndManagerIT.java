package se.handtag.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EmployeeAndManagerIT extends Journey {
    private static final String ANNAS_IPHONE = "19eefc94-c6ca-4215-9ac4-c366a4136e1a";
    private static final String ANNAS_TABLET = "12c78889-1942-466c-99e8-053f7718c3b3";
    private static final String BOS_IPHONE = "c47af6fd-985c-41df-a54a-d99534fc6853";

    @Test
    void an_employee_installs_an_app_and_sees_each_step_without_reloading() throws Exception {
        var anna = signIn("anna");
        open(anna, "Annas iPhone");
        press(anna, "Choose…", 0);
        anna.getByLabel("Find an app").fill("teams");
        assertThat(anna.getByText("BankID")).hasCount(0);
        picture(anna, "install");
        press(anna, "Install: Microsoft Teams");
        press(anna, "Install on iPhone 16 …K7QX");
        hasCome(anna, "Accepted by the device management");
        hasCome(anna, "The device has been in contact since");
        hasCome(anna, "The effect cannot be seen from here");
        assertThat(journal()).contains("installapp");
    }

    /** A class of a component that {@code vite.config.ts} does not name as the first page's would bring the second file. */
    @Test
    void the_first_page_does_with_the_first_file_of_the_bundle() {
        var anna = signIn("anna");
        List<String> loaded = new ArrayList<>();
        anna.onRequest(request -> loaded.add(request.url()));
        anna.reload();
        sees(anna, "Annas iPhone");
        anna.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(loaded)
                .anyMatch(url -> url.contains("/VAADIN/build/indexhtml-"))
                .noneMatch(url -> url.contains("/VAADIN/build/others-"));
        anna.waitForRequest("**/VAADIN/build/others-*.js", () -> anna.navigate(address("apps")));
    }

    @Test
    void a_passcode_is_cleared_after_the_manager_s_yes() throws Exception {
        var anna = signIn("anna");
        anna.navigate(address("device/" + ANNAS_IPHONE));
        press(anna, "Request: Clear the passcode");
        anna.getByLabel("Why?").fill("I forgot it after the holidays");
        press(anna, "Request for iPhone 16 …K7QX");
        sees(anna, "Waiting for");
        assertThat(journal()).as("before the yes").doesNotContain("clearpasscode");

        var bo = signIn("bo", 390, 844, ColorScheme.LIGHT, "en", "approvals");
        sees(bo, "I forgot it after the holidays");
        picture(bo, "approve-390");
        press(bo, "Approve for …K7QX");
        bo.getByRole(AriaRole.DIALOG)
                .or(bo.getByRole(AriaRole.ALERTDIALOG))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Approve for iPhone 16 …K7QX"))
                .click();
        sees(bo, "It is on its way, and Anna can see it.");

        hasCome(anna, "Bo Lind approved");
        hasCome(anna, "Accepted by the device management");
        hasCome(anna, "The device has been in contact since");
        picture(anna, "request");
        assertThat(journal()).contains("clearpasscode");
    }

    @Test
    void a_manager_says_no_with_a_word_why() throws Exception {
        var anna = signIn("anna");
        anna.navigate(address("device/" + ANNAS_TABLET));
        asksToErase(anna);
        sees(anna, "Sign in once more first");
        picture(anna, "sign-in-first");
        press(anna, "Sign in once more");
        anna.waitForURL(url -> !url.startsWith(address("")));
        signInHere(anna, "anna");
        asksToErase(anna);
        sees(anna, "Waiting for");

        var bo = signIn("bo", 1280, 800, ColorScheme.LIGHT, "en", "approvals");
        sees(bo, "It is slow");
        bo.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Reject: Anna Åkesson asks to erase"))
                .or(bo.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Reject")))
                .first()
                .click();
        bo.getByLabel("Why not? Anna reads this").fill("Restart it first, and come to me if that does not help");
        press(bo, "Reject for Galaxy Tab Active5 …02PM");
        sees(bo, "Anna can see it, with your words.");

        sees(anna, "Bo Lind said no");
        sees(anna, "Restart it first");
        assertThat(journal()).doesNotContain("wipedevice");
    }

    @Test
    void another_s_device_cannot_be_reached_by_its_address_and_looks_like_none() {
        var anna = signIn("anna");
        anna.navigate(address("device/" + BOS_IPHONE));
        sees(anna, "Nothing here for you");
        String others = anna.locator("main").innerText();
        assertThat(others).doesNotContain("Bos iPhone");
        anna.navigate(address("device/" + UUID.fromString("00000000-0000-4000-8000-000000000000")));
        sees(anna, "Nothing here for you");
        assertThat(anna.locator("main").innerText()).isEqualTo(others);
    }

    @Test
    void with_the_mdm_down_the_page_opens_the_command_waits_and_goes_out_when_it_is_back() throws Exception {
        var anna = signIn("anna");
        sees(anna, "Annas iPhone");
        mdmDown();
        anna.reload();
        sees(anna, "The device management does not answer now");
        sees(anna, "Annas iPhone");
        picture(anna, "mdm-away");
        open(anna, "Annas iPhone");
        press(anna, "Lock …K7QX: Lock the screen");
        press(anna, "Lock iPhone 16 …K7QX");
        sees(anna, "It will be sent as soon as it does");
        assertThat(journal()).as("nothing got through").doesNotContain("lockdevice");
        faultsOff();
        hasCome(anna, "Accepted by the device management");
        assertThat(journal()).contains("lockdevice");
    }

    @Test
    void the_auditor_sees_what_was_done() {
        signIn("anna");
        var auditor = signIn("per-olof", 1280, 800, ColorScheme.LIGHT, "en", "audit");
        sees(auditor, "Anna Åkesson");
        picture(auditor, "audit");
    }

    private static void asksToErase(Page anna) {
        press(anna, "Request: Erase everything");
        anna.getByLabel("Why?").fill("It is slow");
        press(anna, "Request for Galaxy Tab Active5 …02PM");
    }

    private static void open(Page page, String device) {
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(device).setExact(true))
                .first()
                .click();
    }

    private static void press(Page page, String button, int which) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .nth(which)
                .click();
    }
}
