package se.handtag.ui.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static se.handtag.PortalDevices.ANNA;
import static se.handtag.PortalDevices.BOS_IPHONE;
import static se.handtag.ui.directory.Use.it;
import static se.handtag.ui.directory.Use.itOn;
import static se.handtag.ui.directory.Use.owner;
import static se.handtag.ui.directory.Use.reads;

import java.util.List;
import se.handtag.identity.Role;

/** Groups, people and whose device is whose: where they are read and changed. */
final class UsesOfTheDirectory {
    private static final int STORE_ROOM = 20;
    private static final int YUSUF_WHO_HAS_NO_DEVICE = 27;

    private UsesOfTheDirectory() {}

    static List<Use> groups() {
        return List.of(
                it("G1", "directory/groups", reads("The tree")),
                itOn("G2", "directory/group/:id", STORE_ROOM, reads("Groups below")),
                it("G3", "directory/groups", at -> {
                    at.write("Path", "Fjällräv Logistik/Kontor/IT");
                    at.press("Go there");
                    assertThat(at.page()).contains("Fjällräv Logistik › Kontor › IT");
                }),
                itOn("G4", "directory/group/:id", STORE_ROOM, at -> {
                    at.press("Rename");
                    at.write("Name", "Lager för it");
                    at.press("Give it this name");
                }),
                it("G5", "directory/groups", at -> {
                    at.press("Add a group");
                    at.write("Name", "Provgrupp");
                    at.pick("Below", "Förråd");
                    at.press("Add this group");
                }),
                new Use("G6", Role.IT, "directory/group/:id", at -> at.mdm.addGroup("Provgrupp"), at -> {
                    at.press("Delete");
                    at.press("Delete Provgrupp");
                }));
    }

    static List<Use> people() {
        return List.of(
                it("U1", "find", at -> at.press("Read again now")),
                itOn("U2", "directory/person/:id", ANNA, reads("Anna Åkesson")),
                it("U3", "directory", at -> {
                    at.write("E-mail", "anna.akesson@fjallrav.example");
                    at.press("Search");
                }),
                itOn("U4", "directory/person/:id", ANNA, at -> {
                    at.press("Change or move");
                    at.write("Office", "Kiruna");
                    at.press("Change Anna Åkesson");
                }),
                it("U5", "directory", at -> {
                    at.press("Add a person");
                    at.write("Name", "Nils Ny");
                    at.press("Add this person");
                }),
                itOn("U6", "directory/person/:id", YUSUF_WHO_HAS_NO_DEVICE, at -> {
                    at.press("Delete");
                    at.press("Delete Yusuf Demir");
                }));
    }

    static List<Use> devices() {
        return List.of(
                it("D1", "find", at -> at.press("Read again now")),
                itOn("D2", "directory/device/:id", BOS_IPHONE, reads("Last report")),
                owner("D3", "", "", reads("Annas iPhone")),
                itOn("D4", "directory/device/:id", BOS_IPHONE, at -> {
                    at.press("Hand over");
                    at.pick("New owner", "Anna Åkesson");
                    at.press("Hand over iPhone 16 Pro …2XTX");
                }));
    }
}
