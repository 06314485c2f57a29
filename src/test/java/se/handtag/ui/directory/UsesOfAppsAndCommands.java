package se.handtag.ui.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNAS_IPHONE;
import static se.handtag.ui.directory.Use.it;
import static se.handtag.ui.directory.Use.itOn;
import static se.handtag.ui.directory.Use.lists;
import static se.handtag.ui.directory.Use.owner;
import static se.handtag.ui.directory.Use.reads;

import java.time.Duration;
import java.util.List;

/** Apps, and what is ordered of a device: where they are read, added and asked for. */
final class UsesOfAppsAndCommands {
    private static final String DEVICE = "device/:id";
    private static final int TEAMS = 2;
    private static final Duration LONGER_THAN_A_WIPE_IS_HELD = Duration.ofMinutes(16);

    private UsesOfAppsAndCommands() {}

    static List<Use> apps() {
        return List.of(
                it("A1", "directory/apps", lists("Microsoft Teams")),
                itOn("A2", "directory/app/:id", TEAMS, reads("Offered to people")),
                it("A3", "directory/apps/new", at -> {
                    at.writeNewApp("Provapp");
                    at.press("Check and go on");
                    at.press("Send Provapp to the MDM");
                }));
    }

    static List<Use> commands() {
        return List.of(
                command("C1", at -> {
                    at.pressCalled("Ask …K7QX: Ask it to report");
                    at.press("Ask iPhone 16 …K7QX");
                }),
                command("C2", UsesOfAppsAndCommands::install),
                command("C3", at -> {
                    install(at);
                    at.open("anna", "device/" + ANNAS_IPHONE);
                    at.pressAt("Remove an app");
                    at.pressAt("Microsoft Teams");
                    at.press("Remove from iPhone 16 …K7QX");
                }),
                command("C4", at -> {
                    at.pressCalled("Lock …K7QX: Lock the screen");
                    at.press("Lock iPhone 16 …K7QX");
                }),
                command("C5", UsesOfAppsAndCommands::erase),
                command("C6", at -> {
                    askForAYes(at, "Clear the passcode");
                    at.press("Request for iPhone 16 …K7QX");
                    approve(at);
                }),
                command("C7", at -> {
                    at.pressCalled("Send to …K7QX: Send a message to the screen");
                    at.test(at.area("Text on the screen")).setValue("Hej");
                    at.press("Send to iPhone 16 …K7QX");
                }));
    }

    private static Use command(String operation, Use.Doing doing) {
        return owner(operation, DEVICE, ANNAS_IPHONE, doing);
    }

    private static void install(Screens at) {
        at.pressAt("Install an app");
        at.pressCalled("Install: Microsoft Teams");
        at.press("Install on iPhone 16 …K7QX");
    }

    /** Asked for after a fresh sign-in, approved by the manager, held, and not called off. */
    private static void erase(Screens at) {
        at.waits.everybodyProves(false);
        askForAYes(at, "Erase everything");
        at.press("Request for iPhone 16 …K7QX");
        assertThat(at.dialog()).contains("Sign in once more first");
        at.waits.everybodyProves(true);
        at.press("Request for iPhone 16 …K7QX");
        approve(at);
        at.open("anna", "device/" + ANNAS_IPHONE);
        at.says("Erase everything on iPhone 16 …K7QX at");
        await().until(() -> at.mdm.written().contains("C4"));
        assertThat(at.mdm.written()).doesNotContain("C5");
        at.clock.pass(LONGER_THAN_A_WIPE_IS_HELD);
    }

    private static void askForAYes(Screens at, String action) {
        at.pressCalled("Request: " + action);
        at.test(at.area("Why?")).setValue("Because.");
    }

    private static void approve(Screens at) {
        assertThat(at.page()).contains("Waiting for");
        at.open("bo", "approvals");
        assertThat(at.page()).contains("“Because.”");
        at.press("Approve for …K7QX");
        at.press("Approve for iPhone 16 …K7QX");
    }
}
