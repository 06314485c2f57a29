package se.handtag.ui.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static se.handtag.PortalDevices.ANNA;
import static se.handtag.PortalDevices.BOS_IPHONE;
import static se.handtag.ui.directory.Use.it;
import static se.handtag.ui.directory.Use.itOn;
import static se.handtag.ui.directory.Use.lists;
import static se.handtag.ui.directory.Use.reads;

import java.util.List;

/** Tags and what they are put on: where they are read and changed. */
final class UsesOfTags {
    private static final String DEVICE = "directory/device/:id";
    private static final String PERSON = "directory/person/:id";
    private static final String TAG = "directory/tag/:id";
    private static final int WAREHOUSE_WIFI = 2;
    private static final int LEFT_OVER = 12;

    private UsesOfTags() {}

    static List<Use> tags() {
        return List.of(
                it("T1", "directory/tags", lists("Lager-wifi")),
                itOn("T2", TAG, WAREHOUSE_WIFI, reads("Devices that have it")),
                itOn("T3", TAG, LEFT_OVER, at -> {
                    at.press("Change");
                    at.write("Description", "Kan tas bort");
                    at.press("Change this tag");
                }),
                it("T4", "directory/tags", at -> {
                    at.press("Add a tag");
                    at.write("Name", "Prov");
                    at.press("Add this tag");
                }),
                itOn("T5", TAG, LEFT_OVER, at -> {
                    at.press("Delete");
                    at.press("Delete Gammal profil 2023");
                }));
    }

    static List<Use> onDevices() {
        return List.of(
                it("DT1", "directory/files", UsesOfTags::takeOutTheLinks),
                itOn("DT2", DEVICE, BOS_IPHONE, UsesOfTags::pressTakeOff),
                itOn("DT3", DEVICE, BOS_IPHONE, reads("Lager-wifi")),
                itOn("DT4", DEVICE, BOS_IPHONE, UsesOfTags::putOn),
                itOn("DT5", DEVICE, BOS_IPHONE, UsesOfTags::takeOff));
    }

    static List<Use> onPeople() {
        return List.of(
                it("UT1", "directory/files", UsesOfTags::takeOutTheLinks),
                itOn("UT2", PERSON, ANNA, UsesOfTags::pressTakeOff),
                itOn("UT3", PERSON, ANNA, reads("Lager-wifi")),
                itOn("UT4", PERSON, ANNA, UsesOfTags::putOn),
                itOn("UT5", PERSON, ANNA, UsesOfTags::takeOff));
    }

    private static void takeOutTheLinks(Screens at) {
        assertThat(at.download("Take out tag links")).contains("on,which,tag,do", "Lager-wifi");
    }

    private static void putOn(Screens at) {
        at.press("Put on a tag");
        at.pick("Tag", "Lånetelefon");
        at.confirm("Put on a tag");
    }

    private static void pressTakeOff(Screens at) {
        at.pressCalled("Take off Lager-wifi");
        assertThat(at.dialog()).contains("belongs to the tag");
    }

    private static void takeOff(Screens at) {
        pressTakeOff(at);
        at.press("Take off Lager-wifi");
    }
}
