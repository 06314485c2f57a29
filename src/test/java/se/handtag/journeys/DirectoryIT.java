package se.handtag.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import se.handtag.PortalDevices;

/** IT goes through its pages in a browser. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DirectoryIT extends Journey {
    private static final Map<String, String> PAGES = pages();

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("find", "find");
        pages.put("people", "directory");
        pages.put("person", "directory/person/4");
        pages.put("devices", "directory/devices");
        pages.put("device", "directory/device/" + PortalDevices.ANNAS_IPHONE);
        pages.put("groups", "directory/groups");
        pages.put("group", "directory/group/1");
        pages.put("tags", "directory/tags");
        pages.put("tag", "directory/tag/1");
        pages.put("apps", "directory/apps");
        pages.put("app", "directory/app/2");
        pages.put("app-new", "directory/apps/new");
        pages.put("files", "directory/files");
        pages.put("many", "many");
        pages.put("health", "health");
        pages.put("numbers", "numbers");
        return pages;
    }

    @Test
    void every_page_fits_both_screens_and_schemes_and_hinders_nobody() {
        List<String> complaints = new ArrayList<>();
        through("wide-light-en", 1280, 800, ColorScheme.LIGHT, "en", complaints);
        through("phone-dark-sv", 390, 844, ColorScheme.DARK, "sv", complaints);
        assertThat(complaints).isEmpty();
    }

    private void through(
            String look, int width, int height, ColorScheme scheme, String language, List<String> complaints) {
        var page = signIn("sara", width, height, scheme, language, "find");
        for (var entry : PAGES.entrySet()) {
            page.navigate(address(entry.getValue()));
            assertThat(page.locator("h1").first()).isVisible();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            picture(page, "it-" + entry.getKey() + "-" + look);
            new AxeBuilder(page)
                    .analyze()
                    .getViolations()
                    .forEach(rule -> complaints.add(look + " " + entry.getKey() + ": " + rule.getId() + " "
                            + rule.getNodes().getFirst().getTarget() + " "
                            + rule.getNodes().getFirst().getHtml()));
            var wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (!"0".equals(String.valueOf(wider))) {
                complaints.add(look + " " + entry.getKey() + ": wider than the screen by " + wider);
            }
        }
    }

    @Test
    void it_adds_a_group_and_is_told_when_one_cannot_be_deleted() throws Exception {
        var page = signIn("sara", 1280, 800, ColorScheme.LIGHT, "en", "directory/groups");
        press(page, "Add a group");
        page.getByLabel("Name").last().fill("Prov");
        press(page, "Add this group");
        hasCome(page, "Accepted by the MDM");
        picture(page, "it-group-added");
        assertThat(journal()).contains("POST /api/groups");
        page.navigate(address("directory/group/1"));
        press(page, "Delete");
        press(page, "Delete Fjällräv Logistik");
        sees(page, "The MDM said no");
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

    private static void press(Page page, String text) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(text).setExact(true))
                .first()
                .click();
    }
}
