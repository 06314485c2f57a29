package se.handtag.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.handtag.PortalDevices;
import se.handtag.PortalMdm;
import se.handtag.PortalState;
import se.handtag.PortalWithScreens;
import se.handtag.RawWords;
import se.handtag.devices.IndexReading;
import se.handtag.identity.SamplePeople;
import se.handtag.mdm.DeviceId;
import se.handtag.policy.Action;
import se.handtag.policy.Rulebook;
import se.handtag.requests.Desk;

/**
 * Every page is pressed by hand in every role, whatever on it the server tells of, and what comes of it is what
 * {@code src/docs/who-may-do-what.md} allows. There is something real behind every address.
 */
@PortalWithScreens
@DisplayNameGeneration(ReplaceUnderscores.class)
class RawPagesIT {
    private static final DeviceId JOHANS = DeviceId.of("aab2453f-cd09-46cb-b3d6-a1aedc5f14c7");
    private static final String NOT_FOR_YOU = "Not for you";
    private static final Set<String> WHOSE =
            Set.of("own", "team member's", "another's", "another's, under a ticket", "–");

    /** For pages that ask whom it is about. */
    private static final RawWords OF_ANNA = RawWords.FITTING
            .with("E-mail address or account", "anna.akesson@fjallrav.example")
            .choosing(1);

    /** How many kinds of action the page for many offers. */
    private static final int KINDS_OF_MANY = 10;

    private static final Set<String> OF_ONES_OWN =
            Set.of("change-user", "clear-passcode", "hand-over", "install", "lock", "message", "refresh", "wipe");

    /** What comes of the pages at least, or the presses would have found nothing. */
    private static final Map<String, Set<String>> ASKED = Map.of(
            "employee, own", OF_ONES_OWN,
            "help desk, own", OF_ONES_OWN,
            "help desk, another's", Set.of("lock"),
            "help desk, another's, under a ticket", Set.of("clear-passcode", "lock", "refresh"),
            "auditor, own", Set.of("change-user", "hand-over", "install", "message", "refresh", "wipe"),
            "IT, own", OF_ONES_OWN,
            "IT, team member's", Set.of("install"),
            "IT, another's, under a ticket", Set.of("clear-passcode", "lock", "refresh"));

    /** What is only IT's and takes no second person; of proposals one takes back one's own by the next page. */
    private static final Set<String> CHANGED_AT_ONCE =
            Set.of("commands.stop", "policy.draft", "recovery.intranet_link", "requests.departed");

    /** Kinds of record of what everybody may do about what is theirs, and of what was refused. */
    private static final Set<String> OF_EVERYBODY = Set.of(
            "APPROVAL",
            "COMMAND_STEP",
            "DECISION",
            "DELEGATION",
            "HOLD",
            "INTENT",
            "LOOK",
            "LOST",
            "OUTCOME",
            "REFUSED_ACCESS",
            "SIGN_IN",
            "SIGN_OUT");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    @Autowired
    private PortalState portal;

    @Autowired
    private PortalMdm mdm;

    @Autowired
    private Desk desk;

    @Autowired
    private Rulebook rules;

    @Autowired
    private SamplePeople people;

    @Autowired
    private IndexReading fleet;

    private RawDeeds deeds;
    private String request = "";
    private String command = "";
    private int draft;

    /** What Johan asked for waits, what he asked for before is held, and IT has begun to change the rules. */
    @BeforeEach
    void somethingStandsBehindEveryAddress() {
        deeds = new RawDeeds(database);
        fleet.read();
        command = desk.ordersWithApproval("johan.oberg", new Action.Wipe(), JOHANS, "bo")
                .id()
                .toString();
        request = desk.asksAndWaits("johan.oberg", new Action.ClearPasscode(), JOHANS)
                .toString();
        await().until(() -> deeds.isQuiet());
        draft = rules.begin(people.person("daniel"), 1).id();
    }

    private String path(String route, DeviceId device) {
        return switch (route) {
            case "call-off/:id" -> "call-off/" + command;
            case "request/:id" -> "request/" + request;
            case "rules/draft/:id" -> "rules/draft/" + draft;
            case "directory/app/:id", "directory/apps/update/:id" -> route.replace(":id", "8");
            case "directory/group/:id" -> "directory/group/9";
            case "directory/person/:id" -> "directory/person/7";
            case "directory/tag/:id" -> "directory/tag/9";
            default -> route.replace(":id", device.toString());
        };
    }

    @ParameterizedTest
    @CsvSource({
        "aisha.abdi,Aisha Abdi,employee,a70520a3-d809-4be7-b4a0-ea6fee09d194",
        "maja,Maja Lindqvist,help desk,67d5d837-6dac-4cba-b61f-53e301e34dcc",
        "per-olof,Per-Olof Wallin,auditor,01129ee2-a49d-4c3e-8e9f-60321e21912c"
    })
    void whoever_is_not_of_it_brings_about_nothing_but_what_the_table_allows(
            String who, String name, String role, String device) {
        long since = deeds.newest();
        int written = mdm.written().size();
        var ofIt = deeds.ofIt();
        var ofOthers = deeds.ofOthers(name);
        try (var somebody = RawPresses.by(who, port)) {
            for (String route : RawRoutes.all()) {
                String page = path(route, JOHANS);
                if (!RawRoutes.opensTo(role, route)) {
                    assertThat(somebody.text(page)).as(page).contains(NOT_FOR_YOU);
                    somebody.blindly(page);
                }
                somebody.everything(page);
            }
            pressOwn(somebody, device);
        }
        await().until(deeds::isQuiet);
        assertThat(deeds.ofIt()).isEqualTo(ofIt);
        assertThat(deeds.ofOthers(name)).isEqualTo(ofOthers);
        assertThat(mdm.written()).hasSizeLessThanOrEqualTo(written + deeds.sent(name));
        Set<String> records = new TreeSet<>(deeds.records(name, since));
        assertThat(records).contains("DECISION", "REFUSED_ACCESS");
        if (role.equals("auditor")) {
            // They may have the log checked, which is on record when it has been.
            records.remove("LOG");
        }
        assertThat(records).isSubsetOf(OF_EVERYBODY);
        WHOSE.forEach(whose -> assertThat(deeds.asked(name, whose))
                .as(whose)
                .isSubsetOf(WhoMayDoWhat.allowed(role, whose))
                .containsAll(ASKED.getOrDefault(role + ", " + whose, Set.of())));
        assertThat(deeds.isAskedBeyondTheOffers(name)).isFalse();
    }

    @Test
    void it_brings_about_by_its_pages_all_that_the_table_allows_and_nothing_else() {
        // What is deleted and erased would not be there for the next page.
        portal.holdSending();
        String name = "Mehmet Yılmaz";
        long since = deeds.newest();
        var ofIt = deeds.ofIt();
        try (var mehmet = RawPresses.by("mehmet.yilmaz", port)) {
            RawRoutes.all().stream()
                    .filter(route -> RawRoutes.opensTo("IT", route))
                    .forEach(route -> mehmet.everything(path(route, JOHANS)));
            pressOwn(mehmet, "4c8e3e36-6a47-4932-b256-396bf1d112a7");
            for (int kind = 0; kind < KINDS_OF_MANY; kind++) {
                mehmet.writing(ofMany(kind)).press("many", "Count and explain", 0);
            }
        }
        for (String whose : List.of("another's", "–")) {
            assertThat(deeds.asked(name, whose)).as(whose).isEqualTo(WhoMayDoWhat.allowed("IT", whose));
        }
        for (String whose : List.of("own", "team member's", "another's, under a ticket")) {
            assertThat(deeds.asked(name, whose))
                    .as(whose)
                    .isSubsetOf(WhoMayDoWhat.allowed("IT", whose))
                    .containsAll(ASKED.get("IT, " + whose));
        }
        assertThat(deeds.records(name, since))
                .contains("DATA", "DELEGATION", "HOLD", "LIMIT", "LOST", "RULES", "SIGN_OUT");
        var now = deeds.ofIt();
        assertThat(ofIt).allSatisfy((table, before) -> {
            if (CHANGED_AT_ONCE.contains(table)) {
                assertThat(now.get(table)).as(table).isNotEqualTo(before);
            }
        });
    }

    private void pressOwn(RawPresses somebody, String device) {
        somebody.everything("device/" + device);
        somebody.everything("device/" + device + "/hand-over");
        somebody.writing(OF_ANNA).everything("help");
    }

    private static RawWords ofMany(int kind) {
        boolean ofPeople = kind == 2 || kind == 3;
        return RawWords.FITTING
                .saying(ofPeople ? "anna.akesson@fjallrav.example" : PortalDevices.ANNAS_TABLET.toString())
                .with("What to do", String.valueOf(kind))
                .with("Chosen by", "2");
    }
}
