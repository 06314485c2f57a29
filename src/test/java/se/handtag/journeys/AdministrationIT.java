package se.handtag.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.handtag.PortalDevices;
import se.handtag.devices.Entry;
import se.handtag.devices.FleetIndex;
import se.handtag.mdm.AppId;
import se.handtag.mdm.UserId;

/** What IT does on its pages, each as one does it in a browser, with the MDM's journal as the witness. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AdministrationIT extends Journey {
    /** One grey dot. */
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

    /** A driver with two devices, who is in no other journey. */
    private static final UserId ERIK = new UserId(7);

    /** An app that everybody is offered. */
    private static final AppId EXPENSES = new AppId(8);

    @Autowired
    private JdbcClient database;

    @Autowired
    private FleetIndex index;

    /** Other journeys begin with nobody's phone lost, nothing unknown, nothing stopped and all offered, and so does each of these. */
    @BeforeEach
    @AfterEach
    void nothingIsLeft() {
        database.sql("delete from recovery.lost_report").update();
        database.sql("delete from commands.stop").update();
        database.sql("delete from requests.proposal").update();
        database.sql("truncate commands.command cascade").update();
        database.sql("update catalogue.app set offered = true where app_id = " + EXPENSES)
                .update();
        database.sql("update catalogue.configuration set offered = true where tag = 10")
                .update();
    }

    @Test
    void a_person_is_added_by_a_file_and_deleted_and_one_with_devices_is_not() throws Exception {
        var sara = it("directory/files");
        sara.locator("vaadin-upload input[type=file]")
                .first()
                .setInputFiles(new FilePayload(
                        "people.csv", "text/csv", "name,group\nNils Ny,#1\n".getBytes(StandardCharsets.UTF_8)));
        press(sara, "Ask for this change");
        confirm(sara, "Ask for this change");
        sees(sara, "1 of 1 asked for");
        found(sara, "Nils Ny");
        press(sara, "Delete");
        confirm(sara, "Delete Nils Ny");
        hasCome(sara, "Accepted by the device management");
        assertThat(journal()).contains("POST /api/users", "DELETE /api/users/");

        sara.navigate(address("directory/person/" + ERIK));
        press(sara, "Delete");
        confirm(sara, "Delete Erik Sandström");
        sees(sara, "The device management said no");
        sees(sara, "2 devices are linked");
        picture(sara, "it-person-refused");
    }

    @Test
    void who_moves_a_person_reads_first_which_devices_are_configured_again() throws Exception {
        var sara = it("directory/person/" + ERIK);
        press(sara, "Change or move");
        choose(sara, "Group", "Åkeri");
        sees(sara, "2 devices move along and will be configured again");
        picture(sara, "it-person-moves");
        assertThat(journal()).doesNotContain("PUT /api/users");
        confirm(sara, "Change Erik Sandström");
        hasCome(sara, "Accepted by the device management");
        assertThat(journal()).contains("PUT /api/users/" + ERIK);
        assertThat(sara.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Åkeri")))
                .isVisible();
    }

    @Test
    void who_moves_people_by_a_file_reads_first_how_many_devices_are_configured_again() throws Exception {
        var sara = it("directory/files");
        sara.locator("vaadin-upload input[type=file]")
                .first()
                .setInputFiles(new FilePayload(
                        "people.csv",
                        "text/csv",
                        "id,name,group\n%s,,#8\n".formatted(ERIK).getBytes(StandardCharsets.UTF_8)));
        sees(sara, "2 devices move along and will be configured again");
        picture(sara, "it-file-moves");
        assertThat(journal()).doesNotContain("PUT /api/users");
    }

    @Test
    void a_device_is_handed_over() throws Exception {
        var sara = it("directory/device/" + PortalDevices.ANNAS_TABLET);
        press(sara, "Hand over");
        choose(sara, "New owner", "Bo Lind");
        sees(sara, "It belongs to Anna Åkesson now.");
        confirm(sara, "Hand over ");
        hasCome(sara, "Accepted by the device management");
        assertThat(journal()).contains("/api/devices/" + PortalDevices.ANNAS_TABLET);
        assertThat(sara.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Bo Lind")))
                .isVisible();
    }

    @Test
    void a_tag_is_made_and_put_on_many_after_they_were_counted() throws Exception {
        var sara = it("directory/tags");
        press(sara, "Add a tag");
        dialog(sara).getByLabel("Name").fill("Prov");
        confirm(sara, "Add this tag");
        hasCome(sara, "Accepted by the device management");

        sara.navigate(address("many"));
        choose(sara, "Tag", "Prov");
        choose(sara, "In the group", "Malmö › Skift A");
        press(sara, "Count and explain");
        sees(sara, "This would happen");
        picture(sara, "it-many-counted");
        assertThat(journal()).doesNotContain("POST /api/devicetags");
        press(sara, "Ask for it ");
        confirm(sara, "Ask for it ");
        sees(sara, "6 of 6 asked for");
        assertThat(sara.getByRole(AriaRole.PROGRESSBAR)).isVisible();
        assertThat(sara.getByText(Pattern.compile("(Accepted by the device management|Effect seen): 6")))
                .isVisible();
        picture(sara, "it-many-asked");
        assertThat(journal().split("POST /api/devicetags", -1)).hasSize(6 + 1);
    }

    @Test
    void an_app_gets_a_picture() throws Exception {
        var sara = it("directory/apps/update/" + EXPENSES);
        sara.getByLabel("Address of the picture").fill("");
        sara.locator("vaadin-upload input[type=file]").setInputFiles(new FilePayload("expenses.png", "image/png", PNG));
        sees(sara, "Picture: expenses.png");
        press(sara, "Check and go on");
        confirm(sara, "Send ");
        hasCome(sara, "Accepted by the device management");
        assertThat(journal()).contains("/api/apps");
    }

    @Test
    void what_closes_the_catalogue_holds_at_once_and_what_opens_it_takes_two() {
        var sara = it("directory/app/" + EXPENSES);
        var app = sara.getByLabel("People may ask for it");
        app.uncheck();
        press(sara, "Save for ");
        sees(sara, "The catalogue is changed.");
        app.check();
        press(sara, "Save for ");
        sees(sara, "A second person of IT has to agree first.");
        sara.navigate(address("administration/configurations"));
        offer(sara, false);
        sees(sara, "Tag Ekonomi-utskrift. Not offered.");
        offer(sara, true);
        sees(sara, "a change waits for a second person");
        sees(sara, "Tag Ekonomi-utskrift. Not offered.");
        picture(sara, "it-configurations");
        sara.navigate(address("second-person"));
        assertThat(sara.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take it back")))
                .hasCount(2);
        assertThat(sara.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Agree")))
                .hasCount(0);

        var daniel = signIn("daniel", 390, 844, ColorScheme.DARK, "en", "second-person");
        picture(daniel, "it-second-person");
        press(daniel, "Agree: Reseräkningen");
        sees(daniel, "It holds from now on.");
        press(daniel, "Agree: Ekonomi-utskrift");
        sees(daniel, "Nothing waits");
        sees(sara, "Nothing waits");
        sara.navigate(address("administration/configurations"));
        sees(sara, "Tag Ekonomi-utskrift. Offered.");
        sara.navigate(address("directory/app/" + EXPENSES));
        assertThat(app).isChecked();
    }

    @Test
    void what_destroys_is_stopped_by_one_and_started_by_two() {
        var sara = it("stop");
        press(sara, "Stop everything that destroys");
        dialog(sara).getByLabel("Why?").fill("Devices are being erased that should not be");
        confirm(sara, "Stop everything that destroys");
        sees(sara, "Everything that destroys is stopped");
        picture(sara, "it-stopped");
        press(sara, "Start again");
        sees(sara, "First of two to start again");
        assertThat(sara.getByText("Start again", new Page.GetByTextOptions().setExact(true)))
                .hasCount(0);
        var daniel = signIn("daniel", 390, 844, ColorScheme.DARK, "en", "stop");
        sees(daniel, "Everything that destroys is stopped");
        press(daniel, "Start again");
        sees(daniel, "Everything runs");
        sees(sara, "Everything runs");
    }

    @Test
    void a_list_is_fetched_further_as_one_scrolls() {
        var sara = it("directory");
        // What the page before was answered is gone with it.
        sara.navigate("about:blank");
        List<Response> answers = new CopyOnWriteArrayList<>();
        sara.onResponse(answers::add);
        sara.navigate(address("directory/devices"));
        var all = index.find("", Entry.Kind.DEVICE, 0, 10_000);
        String first = "directory/device/" + all.getFirst().id();
        String last = "directory/device/" + all.getLast().id();
        assertThat(sara.locator("a[href='" + first + "']")).isVisible();
        sara.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(answers).anyMatch(answer -> says(answer, first)).noneMatch(answer -> says(answer, last));
        sara.locator("vaadin-grid").hover();
        sara.waitForCondition(() -> {
            sara.mouse().wheel(0, 1_000);
            return sara.locator("a[href='" + last + "']").isVisible();
        });
    }

    private static boolean says(Response answer, String text) {
        return answer.url().contains("v-r=") && answer.ok() && answer.text().contains(text);
    }

    @Test
    void a_signed_link_leads_to_the_lost_phone_s_page_until_it_is_revoked() {
        var sara = it("links");
        sara.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Prov on the intranet");
        press(sara, "Make the link");
        sees(sara, "The link is made.");
        picture(sara, "it-link");
        var address = URI.create(sara.getByLabel("Its address").first().inputValue());
        var bo = signIn(
                "bo", 390, 844, ColorScheme.LIGHT, "en", address.getPath().substring(1));
        sees(bo, "Which one is gone?");
        press(sara, "Revoke");
        confirm(sara, "Revoke Prov on the intranet");
        assertThat(sara.getByText("Revoked", new Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
        bo.navigate(address(address.getPath().substring(1)));
        sees(bo, "This link does not work");
    }

    @Test
    void a_lost_phone_is_found() {
        var bo = signIn("bo", 390, 844, ColorScheme.LIGHT, "en", "lost");
        press(bo, "Lock Bos iPhone");
        sees(bo, "What to do next");
        var sara = it("lost-now");
        press(sara, "It is found");
        confirm(sara, "2XTX is found");
        sees(sara, "is no longer reported lost.");
        sees(sara, "Nothing is lost");
    }

    @Test
    void an_outcome_that_nobody_knows_is_settled_by_it() throws Exception {
        var sara = it("device/" + PortalDevices.BOS_IPHONE);
        mdmFault("{\"kind\":\"hangup\",\"path\":\"sendmessage\",\"count\":1}");
        press(sara, "Send a message to the screen");
        dialog(sara).getByLabel("Text on the screen").fill("Please call IT");
        confirm(sara, "Send to");
        sees(sara, "Nobody knows");
        var request = sara.url();
        sara.navigate(address("unknown"));
        press(sara, "It did not");
        dialog(sara).getByLabel("How do you know?").fill("Bo has got no message");
        confirm(sara, "It did not happen on ");
        sees(sara, "Noted for");
        sees(sara, "Every outcome is known");
        picture(sara, "it-unknown-settled");
        sara.navigate(request);
        sees(sara, "IT found out: it was not carried out");
    }

    /** Whether people may ask for the printer of the finance department. */
    private static void offer(Page page, boolean offered) {
        press(page, "Change: Printer of the finance department");
        dialog(page).getByLabel("People may ask for it").setChecked(offered);
        confirm(page, "Save");
    }

    /** Sara of IT, who signs in once for all of these. */
    private Page it(String path) {
        return keptSignedIn("sara", path);
    }

    private static void choose(Page page, String field, String what) {
        var box = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(field))
                .last();
        box.fill(what);
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(what))
                .first()
                .click();
    }

    private void found(Page page, String name) {
        var link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first();
        page.navigate(address("find"));
        page.waitForCondition(() -> {
            page.getByRole(AriaRole.TEXTBOX).first().fill(name);
            page.keyboard().press("Enter");
            return link.isVisible();
        });
        link.click();
    }
}
