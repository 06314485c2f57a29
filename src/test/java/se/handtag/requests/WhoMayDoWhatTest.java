package se.handtag.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static se.handtag.PortalDevices.ANNAS_IPHONE;
import static se.handtag.PortalDevices.BOS_IPHONE;
import static se.handtag.PortalDevices.JOURNAL;
import static se.handtag.PortalDevices.TEAMS;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalState;
import se.handtag.PortalTest;
import se.handtag.identity.Role;
import se.handtag.identity.SamplePeople;
import se.handtag.mdm.DeviceId;
import se.handtag.policy.Action;

/** Role × action × whose device × where the request stands, by call of the services that screens call. */
@PortalTest
class WhoMayDoWhatTest {
    private static final Map<String, Action> ACTIONS = Map.of(
            "refresh", new Action.Refresh(),
            "lock", new Action.Lock(),
            "message", new Action.Message("Hej"),
            "app", TEAMS,
            "app with approval", JOURNAL,
            "remove", new Action.RemoveApp("Teams", "com.microsoft.skype.teams"),
            "clear", new Action.ClearPasscode(),
            "wipe", new Action.Wipe());

    private static final List<String> AT_ONCE_FOR_OWNER = List.of("refresh", "lock", "message", "app", "remove");

    @Autowired
    Requests requests;

    @Autowired
    Approvals approvals;

    @Autowired
    SamplePeople people;

    @Autowired
    PortalState portal;

    @Test
    void asking() {
        portal.holdSending();
        var answers = new SoftAssertions();
        for (Role role : Role.values()) {
            for (var action : ACTIONS.entrySet()) {
                for (DeviceId device : List.of(ANNAS_IPHONE, BOS_IPHONE)) {
                    boolean own = device.equals(ANNAS_IPHONE);
                    var actor = role == Role.EMPLOYEE
                            ? people.actor("anna", role)
                            : people.actor("anna", Role.EMPLOYEE, role);
                    Asked asked = requests.ask(actor, device, action.getValue(), "because");
                    answers.assertThat(asked.getClass().getSimpleName())
                            .as("%s, %s, own %s", role, action.getKey(), own)
                            .isEqualTo(expected(role, action.getKey(), own));
                    if (asked instanceof Asked.Waiting(RequestId waiting)) {
                        requests.withdraw(actor, waiting);
                    }
                }
            }
        }
        answers.assertAll();
    }

    private static String expected(Role role, String action, boolean own) {
        if (own) {
            return AT_ONCE_FOR_OWNER.contains(action) ? "OnItsWay" : "Waiting";
        }
        return switch (role) {
            case EMPLOYEE, AUDITOR -> "NoSuchDevice";
            case HELP_DESK ->
                switch (action) {
                    case "lock" -> "OnItsWay";
                    default -> "Denied";
                };
            case IT -> action.equals("clear") || action.equals("wipe") ? "Waiting" : "OnItsWay";
        };
    }

    @Test
    void deciding() {
        portal.holdSending();
        var answers = new SoftAssertions();
        for (String state : List.of("WAITING", "APPROVED", "REJECTED", "WITHDRAWN")) {
            for (String username : List.of("anna", "bo", "eva", "johan.oberg", "maja", "sara", "per-olof")) {
                for (String deed : List.of("approve", "reject", "withdraw")) {
                    RequestId request = requestIn(state);
                    answers.assertThat(outcome(username, deed, request))
                            .as("%s does %s on what is %s", username, deed, state)
                            .isEqualTo(expected(state, username, deed));
                    requests.withdraw(people.actor("anna"), request);
                }
            }
        }
        answers.assertAll();
    }

    private RequestId requestIn(String state) {
        Asked asked = requests.ask(people.actor("anna"), ANNAS_IPHONE, new Action.Wipe(), "because");
        assertThat(asked).isInstanceOf(Asked.Waiting.class);
        RequestId request = ((Asked.Waiting) asked).request();
        switch (state) {
            case "APPROVED" -> approvals.approve(people.actor("bo"), request, null);
            case "REJECTED" -> approvals.reject(people.actor("bo"), request, null);
            case "WITHDRAWN" -> requests.withdraw(people.actor("anna"), request);
            default -> {}
        }
        return request;
    }

    private String outcome(String username, String deed, RequestId request) {
        var actor = people.actor(username);
        return switch (deed) {
            case "approve" -> approvals.approve(actor, request, null).getClass().getSimpleName();
            case "reject" -> approvals.reject(actor, request, null).getClass().getSimpleName();
            default -> Boolean.toString(requests.withdraw(actor, request));
        };
    }

    private static String expected(String state, String username, String deed) {
        if (deed.equals("withdraw")) {
            return Boolean.toString(username.equals("anna") && (state.equals("WAITING") || state.equals("APPROVED")));
        }
        if (!username.equals("bo")) {
            return "NotYours";
        }
        return switch (state) {
            case "WAITING" -> "Done";
            case "WITHDRAWN" -> "NotYours";
            default -> "AlreadyDecided";
        };
    }
}
