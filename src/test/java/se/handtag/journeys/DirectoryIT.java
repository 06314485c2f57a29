package se.handtag.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** IT goes through its pages in a browser. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DirectoryIT extends Journey {
    @Test
    void it_adds_a_group_and_is_told_when_one_cannot_be_deleted() throws Exception {
        var page = signIn("sara", 1280, 800, ColorScheme.LIGHT, "en", "directory/groups");
        pressExactly(page, "Add a group");
        page.getByLabel("Name").last().fill("Prov");
        pressExactly(page, "Add this group");
        hasCome(page, "Accepted by the device management");
        picture(page, "it-group-added");
        assertThat(journal()).contains("POST /api/groups");
        page.navigate(address("directory/group/1"));
        pressExactly(page, "Delete");
        pressExactly(page, "Delete Fjällräv Logistik");
        sees(page, "The device management said no");
        picture(page, "it-group-refused");
    }

    @Test
    void it_finds_a_device_by_its_serial_number_and_opens_it() {
        var page = signIn("sara", 390, 844, ColorScheme.LIGHT, "en", "find");
        page.getByRole(AriaRole.TEXTBOX).first().fill("K7QX");
        page.keyboard().press("Enter");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Annas iPhone"))
                .first()
                .click();
        sees(page, "Last report");
        picture(page, "it-found");
    }

    private static void pressExactly(Page page, String text) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(text).setExact(true))
                .first()
                .click();
    }
}
