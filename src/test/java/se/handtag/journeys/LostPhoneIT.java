package se.handtag.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LostPhoneIT extends Journey {

    @Test
    void a_lost_phone_is_locked_from_the_intranet_s_link_on_a_small_screen() throws Exception {
        var bo = signIn("bo", 390, 844, ColorScheme.LIGHT, "en", "lost");
        sees(bo, "Which one is gone?");
        picture(bo, "lost");
        assertThat(journal()).doesNotContain("lockdevice");
        bo.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lock Bos iPhone"))
                .click();
        sees(bo, "What to do next");
        picture(bo, "lost-done");
        var again = signIn("bo");
        sees(again, "Reported lost");
        sees(again, "Bos iPhone");
        assertThat(journal()).contains("lockdevice");
    }

    @Test
    void without_javascript_on_the_smallest_screen_one_press_after_signing_in_locks_it() throws Exception {
        var eva = withoutJavaScript("eva", 320, 568, ColorScheme.DARK, "sv", "lost");
        sees(eva, "Vilken är borta?");
        assertThat(eva.evaluate("document.documentElement.scrollWidth"))
                .as("nothing to scroll sideways for")
                .isEqualTo(320);
        picture(eva, "lost-320-dark-sv");
        assertThat(journal()).doesNotContain("lockdevice");
        eva.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lås Evas iPhone"))
                .click();
        sees(eva, "Evas iPhone är anmäld som borttappad");
        assertThat(eva.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
        picture(eva, "lost-done-320-dark-sv");
        await().untilAsserted(() -> assertThat(journal()).contains("lockdevice"));
    }

    @Test
    void a_colleague_who_cannot_sign_in_is_reported_for_and_told_by_whom() throws Exception {
        var bo = signIn("bo");
        var maja = signIn("maja", 390, 844, ColorScheme.LIGHT, "en", "lost/colleague");
        maja.getByLabel("E-mail address, account or full name").fill("bo.lind@fjallrav.example");
        picture(maja, "lost-colleague-390");
        maja.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Report it and lock"))
                .click();
        sees(maja, "We say nothing more about them");
        assertThat(maja.content()).doesNotContain("iPhone", "iPad");
        picture(maja, "lost-colleague-done-390");
        await().untilAsserted(() -> assertThat(journal()).contains("lockdevice"));
        bo.navigate(address("messages"));
        sees(bo, "Maja Lindqvist");
    }
}
