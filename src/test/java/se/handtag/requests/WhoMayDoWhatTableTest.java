package se.handtag.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static se.handtag.PortalDevices.ANNA;
import static se.handtag.PortalDevices.ANNAS_IPHONE;
import static se.handtag.PortalDevices.BO;
import static se.handtag.PortalDevices.BOS_IPHONE;
import static se.handtag.PortalDevices.JOURNAL;
import static se.handtag.PortalDevices.TEAMS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalClock;
import se.handtag.PortalState;
import se.handtag.PortalTest;
import se.handtag.StatesByHand;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.Actor;
import se.handtag.identity.Role;
import se.handtag.identity.SamplePeople;
import se.handtag.mdm.GroupId;
import se.handtag.mdm.NewApp;
import se.handtag.mdm.NewTag;
import se.handtag.mdm.NewUser;
import se.handtag.mdm.Platform;
import se.handtag.mdm.Store;
import se.handtag.mdm.TagChange;
import se.handtag.mdm.TagId;
import se.handtag.mdm.UserChange;
import se.handtag.mdm.UserId;
import se.handtag.policy.Action;
import se.handtag.policy.ActionKind;
import se.handtag.policy.Stage;
import se.handtag.policy.Subject;

/**
 * Role × action × ownership × where a request stands, by call of the services that screens call. The answers are the tables of
 * {@code src/docs/who-may-do-what.md}, which is read by people and changed with care; what came out instead is left in
 * {@code target/who-may-do-what.md}.
 */
@PortalTest
@StatesByHand
class WhoMayDoWhatTableTest {
    private static final Path KNOWN = Path.of("src/docs/who-may-do-what.md");
    private static final Path FOUND = Path.of("target/who-may-do-what.md");
    private static final Action TAG = new Action.PutTag(new TagId(1), "Tag");
    private static final Action NO_TAG = new Action.TakeTag(new TagId(1), "Tag");
    private static final Action SETTING = new Action.PutTag(new TagId(2), "Setting");
    private static final Action NO_SETTING = new Action.TakeTag(new TagId(2), "Setting");

    private static final List<Action> ON_DEVICES = List.of(
            new Action.Refresh(),
            new Action.Lock(),
            new Action.Message("Hej"),
            TEAMS,
            JOURNAL,
            new Action.RemoveApp("Teams", "com.microsoft.skype.teams"),
            new Action.ClearPasscode(),
            new Action.Wipe(),
            TAG,
            SETTING,
            NO_TAG,
            NO_SETTING,
            new Action.HandOver(new UserId(11), "Jasmina Hodžić"));

    private static final Action DETAILS = new Action.ChangeUser(new UserChange().office("Kiruna"));
    private static final Action ABROAD = new Action.PutUserTag(new TagId(4), "Utomlands");
    private static final Action NOT_ABROAD = new Action.TakeUserTag(new TagId(4), "Utomlands");

    private static final List<Action> ON_USERS = List.of(
            DETAILS,
            new Action.ChangeUser(new UserChange().department("Ledning")),
            new Action.PutUserTag(new TagId(1), "Tag"),
            ABROAD,
            new Action.TakeUserTag(new TagId(1), "Tag"),
            NOT_ABROAD,
            new Action.DeleteUser());

    private static final NewApp APP = new NewApp(
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

    private static final Map<Action, Subject> ON_OTHERS = Map.of(
            new Action.CreateUser(new NewUser("Nils")), new Subject.Company(),
            new Action.CreateGroup("Ny grupp", null), new Subject.Company(),
            new Action.RenameGroup("Annat namn"), new Subject.OfGroup(new GroupId(9), "Grupp"),
            new Action.DeleteGroup(), new Subject.OfGroup(new GroupId(9), "Grupp"),
            new Action.CreateTag(new NewTag("Ny tagg", null, null)), new Subject.Company(),
            new Action.ChangeTag(new TagChange().name("Annat namn")), new Subject.OfTag(new TagId(9), "Tagg"),
            new Action.DeleteTag(), new Subject.OfTag(new TagId(9), "Tagg"),
            new Action.PutApp(APP), new Subject.Company());

    @Autowired
    Requests requests;

    @Autowired
    Approvals approvals;

    @Autowired
    Delegations delegations;

    @Autowired
    Team team;

    @Autowired
    MdmUsers users;

    @Autowired
    Stages stages;

    @Autowired
    RequestStore store;

    @Autowired
    SettableWaits waits;

    @Autowired
    PortalClock clock;

    @Autowired
    PortalState portal;

    @Autowired
    SamplePeople people;

    @Test
    void the_tables_say_what_the_portal_does() throws IOException {
        portal.holdSending();
        people.person("anna");
        var found = new ArrayList<String>();
        found.addAll(asking());
        found.addAll(deciding(
                "## What waits for the manager",
                new Stage.Manager(),
                "waiting",
                "can be undone",
                "approved",
                "rejected",
                "withdrawn",
                "expired"));
        found.addAll(deciding("## What waits for IT", Stage.IT, "waiting", "can be undone", "approved"));
        String text = String.join("\n", found) + "\n";
        Files.writeString(FOUND, text);
        String known = Files.readString(KNOWN);
        assertThat(text).isEqualTo(known.substring(known.indexOf(found.getFirst())));
    }

    @Test
    void no_kind_of_action_is_left_out() {
        Set<ActionKind> kinds = EnumSet.noneOf(ActionKind.class);
        Stream.of(ON_DEVICES, ON_USERS, ON_OTHERS.keySet())
                .flatMap(Collection::stream)
                .forEach(action -> kinds.add(action.kind()));
        assertThat(kinds).containsExactly(ActionKind.values());
    }

    private List<String> asking() {
        var lines = new ArrayList<>(List.of(
                "## Asking",
                "",
                "| what | whose | employee | help desk | IT | auditor |",
                "| --- | --- | --- | --- | --- | --- |"));
        for (Action action : ON_DEVICES) {
            lines.add(row(action, "own", role -> requests.ask(anna(role), ANNAS_IPHONE, action, "because")));
            lines.add(row(
                    action,
                    "team member's",
                    role -> team.ask(people.actor("bo", roles(role)), ANNA, ANNAS_IPHONE, action, "because")));
            lines.add(row(action, "another's", role -> requests.ask(anna(role), BOS_IPHONE, action, "because")));
            lines.add(row(
                    action,
                    "another's, under a ticket",
                    role -> requests.askUnderTicket(anna(role), BOS_IPHONE, action, "because", "INC-4711")));
        }
        for (Action action : ON_USERS) {
            lines.add(row(action, "own", role -> onUser(role, ANNA, action)));
            lines.add(row(action, "another's", role -> onUser(role, BO, action)));
        }
        ON_OTHERS.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().kind()))
                .forEach(entry -> lines.add(row(
                        entry.getKey(),
                        "–",
                        role -> requests.ask(anna(role), entry.getValue(), entry.getKey(), "because"))));
        lines.add("");
        return lines;
    }

    private String row(Action action, String whose, Function<Role, Asked> ask) {
        var cells = new ArrayList<String>(List.of(name(action), whose));
        for (Role role : List.of(Role.EMPLOYEE, Role.HELP_DESK, Role.IT, Role.AUDITOR)) {
            Asked asked = ask.apply(role);
            cells.add(word(asked));
            if (asked instanceof Asked.Waiting(RequestId waiting)) {
                store.end(waiting, Request.State.WITHDRAWN);
            }
        }
        return "| " + String.join(" | ", cells) + " |";
    }

    private Asked onUser(Role role, UserId user, Action action) {
        var subject = new Subject.OfUser(users.find(user).orElseThrow());
        return requests.askForATime(anna(role), subject, action, "because", Duration.ofDays(7));
    }

    private static String name(Action action) {
        String key = action.kind().key();
        if (action.equals(JOURNAL)) {
            return key + " (manager approves)";
        }
        if (action.equals(DETAILS)) {
            return key + " (phone, office)";
        }
        return Set.of(SETTING, NO_SETTING, ABROAD, NOT_ABROAD).contains(action) ? key + " (offered)" : key;
    }

    private String word(Asked asked) {
        return switch (asked) {
            case Asked.OnItsWay _ -> "at once";
            case Asked.Waiting(RequestId id) ->
                "after "
                        + store.find(id).orElseThrow().stages().stream()
                                .map(Stage::word)
                                .collect(Collectors.joining(", "));
            case Asked.Denied _ -> "no";
            case Asked.NoSuchDevice _ -> "no such device";
            case Asked.ReasonMissing _, Asked.SignInFirst _, Asked.AskedAlready _, Asked.TooMany _ -> asked.toString();
        };
    }

    private Actor anna(Role role) {
        return people.actor("anna", roles(role));
    }

    private static Role[] roles(Role role) {
        return role == Role.EMPLOYEE ? new Role[] {role} : new Role[] {Role.EMPLOYEE, role};
    }

    /** Everybody who could come by, as the one who sees Anna's device from there. */
    private Map<String, Actor> everybody() {
        Map<String, Actor> all = new LinkedHashMap<>();
        all.put("requester", people.actor("sara", Role.EMPLOYEE, Role.HELP_DESK));
        all.put("requester's account for IT", people.otherAccount("sara", Role.EMPLOYEE, Role.IT));
        all.put("owner", people.actor("anna"));
        all.put("owner, of IT", people.actor("anna", Role.EMPLOYEE, Role.IT));
        all.put("manager", people.actor("bo"));
        all.put("manager's stand-in", people.actor("jasmina.hodzic"));
        all.put("colleague", people.actor("johan.oberg"));
        all.put("IT", people.actor("daniel"));
        all.put("help desk", people.actor("maja"));
        all.put("auditor", people.actor("per-olof"));
        return all;
    }

    private List<String> deciding(String title, Stage stage, String... states) {
        var now = clock.instant();
        var standIn = delegations.delegate(
                people.actor("bo"), "jasmina.hodzic@fjallrav.example", now, now.plus(Duration.ofDays(1)), Set.of());
        assertThat(standIn).isInstanceOf(Delegated.Done.class);
        var lines = new ArrayList<>(List.of(
                title,
                "",
                "| state | who | sees it | approve | reject | undo | take back |",
                "| --- | --- | --- | --- | --- | --- | --- |"));
        for (String state : states) {
            var one = new AtomicReference<>(in(state, stage));
            everybody().forEach((who, actor) -> {
                var cells = new ArrayList<>(List.of(state, who));
                for (String deed : List.of("see", "approve", "reject", "undo", "withdraw")) {
                    String outcome = outcome(deed, actor, one.get());
                    cells.add(outcome);
                    if (outcome.equals("yes") && !deed.equals("see")) {
                        one.set(in(state, stage));
                    }
                }
                lines.add("| " + String.join(" | ", cells) + " |");
            });
        }
        lines.add("");
        delegations.end(
                people.actor("bo"), ((Delegated.Done) standIn).delegation().id());
        return lines;
    }

    /** A request of the help desk about Anna's iPhone, in that state. */
    private RequestId in(String state, Stage stage) {
        waits.undoFor(Duration.ZERO);
        for (Request left : store.of(Subject.keyOf(ANNAS_IPHONE), 5)) {
            store.end(left.id(), Request.State.WITHDRAWN);
        }
        Actor requester = people.actor("sara", Role.EMPLOYEE, Role.HELP_DESK);
        RequestId request = stages.asks(requester, new Action.ClearPasscode(), ANNAS_IPHONE, stage);
        Actor decider = stage.equals(Stage.IT) ? people.actor("mehmet.yilmaz") : people.actor("bo");
        switch (state) {
            case "can be undone" -> {
                waits.undoFor(Duration.ofSeconds(10));
                approvals.approve(decider, request, null);
            }
            case "approved" -> approvals.approve(decider, request, null);
            case "rejected" -> approvals.reject(decider, request, null);
            case "withdrawn" -> requests.withdraw(requester, request);
            case "expired" -> store.end(request, Request.State.EXPIRED);
            default -> {}
        }
        waits.undoFor(Duration.ZERO);
        return request;
    }

    private String outcome(String deed, Actor actor, RequestId request) {
        return switch (deed) {
            case "see" -> requests.find(actor.person(), request).isPresent() ? "yes" : "–";
            case "approve" -> word(approvals.approve(actor, request, null));
            case "reject" -> word(approvals.reject(actor, request, null));
            case "undo" -> approvals.undo(actor, request) ? "yes" : "–";
            default -> requests.withdraw(actor, request) ? "yes" : "–";
        };
    }

    private static String word(Decided decided) {
        return switch (decided) {
            case Decided.Done _ -> "yes";
            case Decided.AlreadyDecided _ -> "told who did";
            case Decided.NotYours _ -> "–";
            case Decided.SignInFirst _ -> "sign in first";
        };
    }
}
