package se.handtag.journeys;

import static org.assertj.core.api.Assertions.assertThat;

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
}
