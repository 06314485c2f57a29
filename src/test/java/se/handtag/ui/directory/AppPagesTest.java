package se.handtag.ui.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.H1;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.audit.AuditKind;
import se.handtag.catalogue.Shelf;
import se.handtag.catalogue.ShelfApp;
import se.handtag.mdm.AppId;

/** What IT adds to the apps, brings up to date and offers. */
@ViewPackages(packages = "se.handtag.ui")
class AppPagesTest extends Screens {
    private static final AppId TEAMS = new AppId(2);

    @Autowired
    Shelf shelf;

    @Test
    void what_closes_the_catalogue_holds_at_once_and_what_opens_it_once_a_second_person_agrees() {
        open("sara", "directory/app/2");
        String app = $(H1.class).single().getText();
        offer(app, false);
        assertThat(last(AuditKind.DATA).facts().get("after")).contains("offered=false");
        assertThat(last(AuditKind.DATA).outcome()).isEqualTo("allowed");

        offer(app, true);
        assertThat(last(AuditKind.DATA).outcome()).isEqualTo("needs approval");
        open("sara", "directory/app/2");
        assertThat($(Checkbox.class).all().getFirst().getValue()).isFalse();
        open("sara", "second-person");
        assertThat(page()).contains("App: " + app, "no → yes").doesNotContain("Agree");

        open("daniel", "second-person");
        press("Agree: " + app);
        assertThat(page()).contains("Nothing waits");
        assertThat(last(AuditKind.DATA).outcome()).isEqualTo("approved");
        assertThat(last(AuditKind.DATA).onBehalfOf()).isEqualTo("Sara Nyström");
        open("sara", "directory/app/2");
        assertThat($(Checkbox.class).all().getFirst().getValue()).isTrue();
    }

    private void offer(String app, boolean offered) {
        $(Checkbox.class).all().getFirst().setValue(offered);
        press("Save for " + app);
    }

    @Test
    void an_app_that_breaks_the_rules_of_the_api_is_told_each_and_not_sent() {
        open("sara", "directory/apps/new");
        press("Check and go on");
        assertThat(page())
                .contains(
                        "The name is missing.",
                        "The package id is missing.",
                        "The picture is missing",
                        "things do not");
    }

    @Test
    void a_version_number_or_a_size_that_is_no_number_is_said_at_its_field_and_nothing_is_sent() {
        open("sara", "directory/apps/new");
        writeNewApp("Provapp");
        write("Version as a number", "1.0");
        press("Check and go on");
        saysDigitsAloneAt("Version as a number");

        write("Version as a number", "");
        write("Size in bytes", "12 MB");
        press("Check and go on");
        saysDigitsAloneAt("Size in bytes");

        write("Version as a number", "100");
        write("Size in bytes", "12000");
        press("Check and go on");
        assertThat(text("Version as a number").isInvalid()).isFalse();
        assertThat($(Button.class).withText("Send Provapp to the MDM").exists()).isTrue();
    }

    private void saysDigitsAloneAt(String field) {
        assertThat(text(field).isInvalid()).isTrue();
        assertThat(text(field).getErrorMessage()).isEqualTo("Digits alone");
        assertThat($(Button.class).withText("Send Provapp to the MDM").exists()).isFalse();
    }

    @Test
    void an_app_is_added() {
        open("sara", "directory/apps/new");
        writeNewApp("Provapp");
        send("Provapp");
        assertThat(shelf.all()).extracting(ShelfApp::name).contains("Provapp");
    }

    @Test
    void a_newer_version_of_an_app_takes_the_place_of_the_older_one() {
        ShelfApp before = teams();
        open("sara", "directory/app/" + TEAMS);
        press("A newer version");
        assertThat(text("Package id").getValue()).isEqualTo(before.packageId());
        write("Version", "9.0");
        write("Version as a number", "900");
        write("Address of the picture", "https://fjallrav.example/teams.png");
        int apps = shelf.all().size();
        send("Microsoft Teams");
        assertThat(teams().versionText()).isEqualTo("9.0");
        assertThat(teams().versionNumber()).isEqualTo(900);
        assertThat(teams().storeId()).as("what was left as it was").isEqualTo(before.storeId());
        assertThat(shelf.all()).hasSize(apps);
        open("sara", "directory/app/" + TEAMS);
        assertThat(page()).contains("9.0").doesNotContain(String.valueOf(before.versionText()));
    }

    @Test
    void an_app_of_the_same_package_that_is_added_is_the_one_that_was_there() {
        int apps = shelf.all().size();
        open("sara", "directory/apps/new");
        writeNewApp("Microsoft Teams");
        write("Package id", String.valueOf(teams().packageId()));
        write("Version", "9.1");
        send("Microsoft Teams");
        assertThat(teams().versionText()).isEqualTo("9.1");
        assertThat(shelf.all()).hasSize(apps);
    }

    private ShelfApp teams() {
        return shelf.find(TEAMS).orElseThrow();
    }

    private void send(String app) {
        press("Check and go on");
        press("Send " + app + " to the MDM");
        says("Accepted by the device management (done)");
    }
}
