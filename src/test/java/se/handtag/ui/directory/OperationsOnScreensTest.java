package se.handtag.ui.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNA;
import static se.handtag.PortalDevices.ANNAS_IPHONE;
import static se.handtag.PortalDevices.BOS_IPHONE;
import static se.handtag.PortalDevices.TEAMS;

import com.vaadin.browserless.ViewPackages;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalReads;
import se.handtag.devices.Directory;
import se.handtag.devices.TagLinks;
import se.handtag.mdm.Apps;
import se.handtag.mdm.DeviceCommands;
import se.handtag.mdm.DeviceTags;
import se.handtag.mdm.Devices;
import se.handtag.mdm.GroupId;
import se.handtag.mdm.Groups;
import se.handtag.mdm.NewApp;
import se.handtag.mdm.NewTag;
import se.handtag.mdm.NewUser;
import se.handtag.mdm.Operation;
import se.handtag.mdm.Platform;
import se.handtag.mdm.Store;
import se.handtag.mdm.TagChange;
import se.handtag.mdm.TagId;
import se.handtag.mdm.Tags;
import se.handtag.mdm.UserChange;
import se.handtag.mdm.UserTags;
import se.handtag.mdm.Users;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;
import se.handtag.requests.Asked;
import se.handtag.requests.Requests;

/**
 * All 41 operations of the API: for each the screen and the person whose role uses it there. What is read is read by opening
 * the screen; what is written stands there as a button, and what the button asks for reaches the MDM.
 */
@ViewPackages(packages = "se.handtag.ui")
class OperationsOnScreensTest extends Screens {
    private static final String ANNAS_PAGE = "directory/person/" + ANNA;
    private static final String PHONES_PAGE = "directory/device/" + BOS_IPHONE;
    private static final TagId TAG = new TagId(1);
    private static final Map<String, Use> USES = uses();

    @Autowired
    PortalReads reads;

    @Autowired
    Requests requests;

    @Autowired
    Directory directory;

    @Autowired
    TagLinks links;

    @Autowired
    TagsFile tagsFile;

    /**
     * Where an operation is used.
     *
     * @param screen its address
     * @param who somebody with the role that uses it there
     * @param sees what stands there for it
     * @param asks what the screen asks for; null when it only reads
     */
    record Use(
            String screen,
            String who,
            String sees,
            @Nullable How asks) {}

    /** What is done on the screen once it is open. */
    interface How {
        void go(OperationsOnScreensTest at, String who) throws Exception;
    }

    private static Map<String, Use> uses() {
        Map<String, Use> uses = new LinkedHashMap<>();
        uses.put("G1", look("directory/groups", "The tree"));
        uses.put("G2", look("directory/group/1", "Groups below"));
        uses.put("G3", new Use("directory/groups", "sara", "Go to a path", (at, _) -> at.directory.groupAt("x")));
        var group = new Subject.OfGroup(new GroupId(1), "G");
        uses.put("G4", asks("directory/group/1", "Rename", group, new Action.RenameGroup("X")));
        uses.put("G5", asks("directory/groups", "Add a group", company(), new Action.CreateGroup("Prov", null)));
        uses.put("G6", asks("directory/group/1", "Delete", group, new Action.DeleteGroup()));
        uses.put("U1", new Use("find", "sara", "Read again now", (at, _) -> at.reading.read()));
        uses.put("U2", look(ANNAS_PAGE, "Anna Åkesson"));
        uses.put("U3", look("directory/tag/1", "People who have it"));
        uses.put("U4", ofAnna("Change or move", new Action.ChangeUser(new UserChange().office("Kiruna"))));
        uses.put("U5", asks("directory", "Add a person", company(), new Action.CreateUser(new NewUser("Nils"))));
        uses.put("U6", ofAnna("Delete", new Action.DeleteUser()));
        uses.put("D1", new Use("find", "sara", "Read again now", (at, _) -> at.reading.read()));
        uses.put("D2", look(PHONES_PAGE, "Last report"));
        uses.put("D3", new Use("", "anna", "Annas iPhone", null));
        uses.put("D4", ofPhone("Hand over", new Action.HandOver(ANNA, "Anna Åkesson")));
        uses.put("T1", look("directory/tags", "Tags"));
        uses.put("T2", look("directory/tag/1", "Devices that have it"));
        var tag = new Subject.OfTag(TAG, "X");
        uses.put("T3", asks("directory/tag/1", "Change", tag, new Action.ChangeTag(new TagChange().name("X"))));
        uses.put(
                "T4",
                asks("directory/tags", "Add a tag", company(), new Action.CreateTag(new NewTag("X", null, null))));
        uses.put("T5", asks("directory/tag/1", "Delete", tag, new Action.DeleteTag()));
        How takesOut = (at, _) -> at.tagsFile.write(new StringWriter());
        uses.put("DT1", new Use("directory/files", "sara", "Take out tag links", takesOut));
        uses.put(
                "DT2",
                new Use(
                        PHONES_PAGE,
                        "sara",
                        "Take off",
                        (at, _) ->
                                at.links.find(at.links.of(BOS_IPHONE).getFirst().id())));
        uses.put("DT3", look(PHONES_PAGE, "Tags"));
        uses.put("DT4", ofPhone("Put on a tag", new Action.PutTag(TAG, "X")));
        uses.put(
                "DT5",
                new Use(
                        PHONES_PAGE,
                        "sara",
                        "Take off",
                        (at, who) -> at.ask(
                                who,
                                at.phone(),
                                new Action.TakeTag(
                                        at.links.of(BOS_IPHONE).getFirst().tag(), "X"))));
        uses.put("UT1", new Use("directory/files", "sara", "Take out tag links", takesOut));
        uses.put(
                "UT2",
                new Use(
                        ANNAS_PAGE,
                        "sara",
                        "Tags",
                        (at, _) ->
                                at.links.find(at.links.allOnUsers().getFirst().id())));
        uses.put("UT3", look(ANNAS_PAGE, "Tags"));
        uses.put("UT4", ofAnna("Put on a tag", new Action.PutUserTag(TAG, "X")));
        uses.put("UT5", new Use(ANNAS_PAGE, "sara", "Tags", (at, who) -> {
            var link = at.links.allOnUsers().getFirst();
            var user = at.directory.user(link.user()).orElseThrow().brief();
            at.ask(who, new Subject.OfUser(user), new Action.TakeUserTag(link.tag(), "X"));
        }));
        uses.put("A1", look("directory/apps", "Apps"));
        uses.put("A2", look("directory/app/2", "Offered to people"));
        uses.put("A3", asks("directory/apps/new", "Check and go on", company(), new Action.PutApp(app())));
        uses.put("C1", owns("Ask it to report", new Action.Refresh()));
        uses.put("C2", owns("Install an app", TEAMS));
        uses.put(
                "C3",
                new Use(
                        "device/" + BOS_IPHONE,
                        "sara",
                        "Remove an app",
                        (at, who) ->
                                at.ask(who, at.phone(), new Action.RemoveApp("Teams", "com.microsoft.skype.teams"))));
        uses.put("C4", owns("Lock the screen", new Action.Lock()));
        uses.put("C5", owns("Erase everything", null));
        uses.put("C6", owns("Clear the passcode", null));
        uses.put("C7", owns("Send a message", new Action.Message("Hej")));
        return uses;
    }

    private static Use look(String screen, String sees) {
        return new Use(screen, "sara", sees, null);
    }

    private static Use asks(String screen, String sees, Subject subject, Action action) {
        return new Use(screen, "sara", sees, (at, who) -> at.ask(who, subject, action));
    }

    private static Use ofAnna(String sees, Action action) {
        return new Use(
                ANNAS_PAGE,
                "sara",
                sees,
                (at, who) -> at.ask(
                        who,
                        new Subject.OfUser(at.directory.user(ANNA).orElseThrow().brief()),
                        action));
    }

    private static Use ofPhone(String sees, Action action) {
        return new Use(PHONES_PAGE, "sara", sees, (at, who) -> at.ask(who, at.phone(), action));
    }

    /** What the owner asks for; null for what waits for another's yes and is held, which the room of commands proves. */
    private static Use owns(String sees, @Nullable Action action) {
        return new Use("device/" + ANNAS_IPHONE, "anna", sees, (at, who) -> {
            if (action != null) {
                at.taken(at.requests.ask(at.people.actor(who), ANNAS_IPHONE, action, "because"));
            }
        });
    }

    private static Subject company() {
        return new Subject.Company();
    }

    private static NewApp app() {
        return new NewApp(
                "Prov",
                null,
                "Fjällräv",
                "se.fjallrav.prov",
                "1",
                null,
                Platform.IOS,
                1L,
                Store.APP_STORE,
                "1",
                null,
                "https://fjallrav.example/p.png");
    }

    private Subject phone() {
        return new Subject.OfDevice(directory.device(BOS_IPHONE).orElseThrow().device());
    }

    private void ask(String who, Subject subject, Action action) {
        taken(requests.ask(people.actor(who), subject, action, "because"));
    }

    private void taken(Asked asked) {
        assertThat(asked).isInstanceOf(Asked.OnItsWay.class);
    }

    static Set<String> operations() {
        return USES.keySet();
    }

    @Test
    void none_of_the_41_is_missing() {
        List<String> all = Stream.of(
                        Groups.class,
                        Users.class,
                        Devices.class,
                        Tags.class,
                        DeviceTags.class,
                        UserTags.class,
                        Apps.class,
                        DeviceCommands.class)
                .flatMap(area -> Arrays.stream(area.getMethods()))
                .map(method -> method.getAnnotation(Operation.class))
                .filter(Objects::nonNull)
                .map(Operation::value)
                .toList();
        assertThat(all).hasSize(41);
        assertThat(USES.keySet()).containsExactlyInAnyOrderElementsOf(all);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void is_used_from_its_screen(String operation) throws Exception {
        var use = Objects.requireNonNull(USES.get(operation));
        reads.forget();
        open(use.who(), use.screen());
        assertThat(page()).contains(use.sees());
        if (use.asks() != null) {
            use.asks().go(this, use.who());
        }
        if (!Set.of("C5", "C6").contains(operation)) {
            await().until(() -> reads.operations().contains(operation));
        }
    }
}
