package se.handtag.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.audit.AuditRecord;

/** IT goes through its pages in a browser. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DirectoryIT extends Journey {
    @Autowired
    private AuditLog log;

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

    @Test
    void whom_it_looks_for_in_a_field_is_on_record_while_they_type() {
        var page = signIn("sara", 1280, 800, ColorScheme.LIGHT, "en", "directory/devices");
        sees(page, "Find in the MDM");
        long before = looks(0).getLast().number();
        var owner = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Owner"));
        var her = page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Jasmina Hodžić"));
        String typed = "";
        for (String part : List.of("ja", "sm", "ina")) {
            typed += part;
            var sought = Map.of("text", typed);
            owner.pressSequentially(part);
            her.waitFor();
            await().untilAsserted(() ->
                    assertThat(looks(before)).extracting(AuditRecord::facts).contains(sought));
        }
        her.click();
        owner.press("ArrowDown");
        page.getByRole(AriaRole.OPTION).first().waitFor();
        await().untilAsserted(() ->
                assertThat(looks(before)).extracting(AuditRecord::facts).contains(Map.of("list", "everybody")));
    }

    /** Sara's, the newest last. */
    private List<AuditRecord> looks(long after) {
        return log.find(new AuditQuery(null, null, AuditKind.LOOK, "Sara", null, null), Long.MAX_VALUE, 50).stream()
                .filter(record -> record.number() > after)
                .toList()
                .reversed();
    }

    private static void pressExactly(Page page, String text) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(text).setExact(true))
                .first()
                .click();
    }
}
