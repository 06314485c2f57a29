package se.handtag.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNAS_IPHONE;
import static se.handtag.PortalDevices.ANNAS_MACBOOK;
import static se.handtag.PortalDevices.ANNAS_TABLET;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.handtag.PortalClock;
import se.handtag.PortalState;
import se.handtag.PortalTest;
import se.handtag.commands.Commands;
import se.handtag.identity.Role;
import se.handtag.identity.SamplePeople;
import se.handtag.policy.Action;
import se.handtag.policy.ActionKind;
import se.handtag.policy.Stage;

@PortalTest
class StagesTest {
    private static final Action WIPE = new Action.Wipe();
    private static final Stage MANAGER = new Stage.Manager();
    private static final Stage EVA = new Stage.Named("eva.noren@fjallrav.example");
    private static final Stage TWO_OF_IT = new Stage.AnyOf("it", 2);
    private static final Stage TWO_OF_LAGER = new Stage.AnyOf("Fjällräv Logistik/Lager", 2);

    @Autowired
    Stages stages;

    @Autowired
    Approvals approvals;

    @Autowired
    Requests requests;

    @Autowired
    Delegations delegations;

    @Autowired
    Commands commands;

    @Autowired
    Desk desk;

    @Autowired
    SamplePeople people;

    @Autowired
    PortalClock clock;

    @Autowired
    PortalState portal;

    @Autowired
    SettableWaits waits;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void sendNothing() {
        portal.holdSending();
    }

    @Test
    void stages_are_taken_in_order_and_only_the_last_yes_sends_it() {
        var request = stages.asks("anna", WIPE, ANNAS_IPHONE, MANAGER, EVA, Stage.IT);
        assertThat(waitsFor("eva", request)).isFalse();
        assertThat(approve("eva", request)).isEqualTo("NotYours");
        assertThat(approve("bo", request)).isEqualTo("Done");
        assertThat(waitsFor("eva", request)).isTrue();
        assertThat(waitsFor("sara", request)).isFalse();
        assertThat(approve("eva", request)).isEqualTo("Done");
        assertThat(commands.ofRequest(request.value())).isEmpty();
        assertThat(approve("sara", request)).isEqualTo("Done");
        assertThat(commands.ofRequest(request.value())).isPresent();
        assertThat(desk.story(request.value()))
                .containsExactly(
                        "DECISION needs approval", "APPROVAL approved", "APPROVAL approved", "APPROVAL approved");
    }

    @Test
    void one_no_at_any_stage_ends_it() {
        var request = stages.asks("anna", WIPE, ANNAS_IPHONE, MANAGER, EVA);
        approve("bo", request);
        approvals.reject(people.actor("eva"), request, "No.");
        assertThat(state(request)).isEqualTo(Request.State.REJECTED);
    }

    @Test
    void two_of_a_group_are_two_different_people() {
        var request = stages.asks("anna", WIPE, ANNAS_IPHONE, TWO_OF_IT);
        assertThat(approve("sara", request)).isEqualTo("Done");
        assertThat(approve("sara", request)).isEqualTo("NotYours");
        assertThat(state(request)).isEqualTo(Request.State.WAITING);
        assertThat(approve("daniel", request)).isEqualTo("Done");
        assertThat(state(request)).isEqualTo(Request.State.APPROVED);
    }

    @Test
    void one_human_counts_once_over_all_stages_whatever_hats_and_accounts() {
        var request = stages.asks("anna", WIPE, ANNAS_IPHONE, MANAGER, Stage.IT);
        approve("bo", request);
        assertThat(approvals.approve(people.actor("bo", Role.EMPLOYEE, Role.IT), request, null))
                .as("the manager, who is of IT as well")
                .isEqualTo(new Decided.NotYours());
        assertThat(approvals.approve(people.otherAccount("bo", Role.EMPLOYEE, Role.IT), request, null))
                .as("the manager, with an account for IT")
                .isEqualTo(new Decided.NotYours());
        assertThat(approvals.approve(people.otherAccount("anna", Role.EMPLOYEE, Role.IT), request, null))
                .as("the requester, with an account for IT")
                .isEqualTo(new Decided.NotYours());
        assertThat(approve("sara", request)).isEqualTo("Done");
    }

    @Test
    void the_owner_does_not_decide_what_somebody_else_asks_about_their_device() {
        var request = stages.asks("sara", WIPE, ANNAS_IPHONE, Stage.IT);
        assertThat(approvals.approve(people.actor("anna", Role.EMPLOYEE, Role.IT), request, null))
                .isEqualTo(new Decided.NotYours());
        assertThat(approve("daniel", request)).isEqualTo("Done");
    }

    @Test
    void a_manager_whom_it_concerns_is_passed_over_for_the_next_in_line() {
        var request = stages.asks("sara", WIPE, ANNAS_IPHONE, new Stage.Named("anna.akesson@fjallrav.example"));
        assertThat(find(request).approverAddresses()).doesNotContain("anna.akesson@fjallrav.example");
    }

    @Test
    void a_stand_in_decides_and_both_are_named() {
        standsIn("bo", "jasmina.hodzic@fjallrav.example", Set.of());
        var request = stages.asks("anna", WIPE, ANNAS_IPHONE, MANAGER);
        assertThat(waitsFor("jasmina.hodzic", request)).isTrue();
        assertThat(approve("jasmina.hodzic", request)).isEqualTo("Done");
        assertThat(find(request).decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.byName()).isEqualTo("Jasmina Hodžić");
            assertThat(decision.inPlaceOf()).isEqualTo("Bo Lind");
        });
        assertThat(desk.facts(request.value()))
                .anySatisfy(facts -> assertThat(facts).containsEntry("inPlaceOf", "Bo Lind"));
    }

    @Test
    void a_stand_in_for_some_actions_is_none_for_others() {
        standsIn("bo", "jasmina.hodzic@fjallrav.example", Set.of(ActionKind.CLEAR_PASSCODE));
        var wipe = stages.asks("anna", WIPE, ANNAS_IPHONE, MANAGER);
        var clear = stages.asks("anna", new Action.ClearPasscode(), ANNAS_IPHONE, MANAGER);
        assertThat(approve("jasmina.hodzic", wipe)).isEqualTo("NotYours");
        assertThat(approve("jasmina.hodzic", clear)).isEqualTo("Done");
    }

    @Test
    void what_was_handed_on_is_not_handed_on_again() {
        standsIn("bo", "jasmina.hodzic@fjallrav.example", Set.of());
        standsIn("jasmina.hodzic", "leif.hagglund@fjallrav.example", Set.of());
        var request = stages.asks("anna", WIPE, ANNAS_IPHONE, MANAGER);
        assertThat(approve("leif.hagglund", request)).isEqualTo("NotYours");
    }

    @Test
    void a_stand_in_who_asked_or_owns_or_decided_before_is_passed_over() {
        standsIn("bo", "anna.akesson@fjallrav.example", Set.of());
        var own = stages.asks("anna", WIPE, ANNAS_IPHONE, MANAGER);
        assertThat(approve("anna", own)).as("the requester").isEqualTo("NotYours");
        var about = stages.asks("sara", WIPE, ANNAS_TABLET, new Stage.Named("bo.lind@fjallrav.example"));
        assertThat(approve("anna", about)).as("the owner").isEqualTo("NotYours");
        standsIn("bo", "eva.noren@fjallrav.example", Set.of());
        var two = stages.asks("anna", new Action.ClearPasscode(), ANNAS_IPHONE, EVA, MANAGER);
        approve("eva", two);
        assertThat(approve("eva", two)).as("who decided before").isEqualTo("NotYours");
        assertThat(approve("bo", two)).isEqualTo("Done");
    }

    @Test
    void of_two_who_stand_in_for_each_other_both_are_needed() {
        standsIn("bo", "eva.noren@fjallrav.example", Set.of());
        standsIn("eva", "bo.lind@fjallrav.example", Set.of());
        var request = stages.asks("anna", WIPE, ANNAS_IPHONE, MANAGER, EVA);
        assertThat(approve("eva", request)).as("in place of Bo").isEqualTo("Done");
        assertThat(approve("eva", request)).as("herself, then").isEqualTo("NotYours");
        assertThat(state(request)).isEqualTo(Request.State.WAITING);
    }

    @Test
    void a_place_is_not_taken_twice_at_one_stage() {
        standsIn("bo", "eva.noren@fjallrav.example", Set.of());
        var request = stages.asks("anna", WIPE, ANNAS_IPHONE, TWO_OF_LAGER);
        assertThat(approve("eva", request)).as("in place of Bo").isEqualTo("Done");
        assertThat(approve("bo", request)).as("whose place is taken").isEqualTo("NotYours");
        assertThat(approve("jasmina.hodzic", request)).isEqualTo("Done");
        assertThat(state(request)).isEqualTo(Request.State.APPROVED);
    }

    @Test
    void a_decision_counts_for_nothing_while_it_can_be_undone() {
        waits.undoFor(Duration.ofSeconds(10));
        portal.resumeSending();
        var request = stages.asks("anna", WIPE, ANNAS_IPHONE, MANAGER);
        assertThat(((Decided.Done) approvals.approve(people.actor("bo"), request, null)).undoUntil())
                .isNotNull();
        assertThat(state(request)).isEqualTo(Request.State.WAITING);
        assertThat(find(request).decisions()).isEmpty();
        assertThat(waitsFor("bo", request)).isFalse();
        assertThat(approvals.undo(people.actor("eva"), request)).as("another's").isFalse();
        assertThat(approvals.undo(people.actor("bo"), request)).isTrue();
        assertThat(waitsFor("bo", request)).isTrue();
        approvals.approve(people.actor("bo"), request, null);
        clock.pass(Duration.ofSeconds(11));
        await().untilAsserted(() -> assertThat(state(request)).isEqualTo(Request.State.APPROVED));
        assertThat(approvals.undo(people.actor("bo"), request)).as("too late").isFalse();
        assertThat(desk.story(request.value()))
                .startsWith("DECISION needs approval", "APPROVAL approved", "APPROVAL undone", "APPROVAL approved");
    }

    @Test
    void a_decision_made_again_after_an_undo_counts_in_its_own_time() {
        waits.undoFor(Duration.ofSeconds(10));
        portal.resumeSending();
        var request = stages.asks("anna", WIPE, ANNAS_IPHONE, MANAGER);
        approvals.approve(people.actor("bo"), request, null);
        approvals.undo(people.actor("bo"), request);
        clock.pass(Duration.ofSeconds(9));
        approvals.approve(people.actor("bo"), request, null);
        clock.pass(Duration.ofSeconds(2));
        await().untilAsserted(() ->
                assertThat(due(request)).as("the undone one's time").isZero());
        assertThat(state(request)).isEqualTo(Request.State.WAITING);
        clock.pass(Duration.ofSeconds(9));
        await().untilAsserted(() -> assertThat(state(request)).isEqualTo(Request.State.APPROVED));
    }

    @Test
    void whoever_comes_while_it_can_be_undone_is_told_who_was_faster() {
        waits.undoFor(Duration.ofSeconds(10));
        var request = stages.asks("anna", WIPE, ANNAS_IPHONE, Stage.IT);
        approvals.reject(people.actor("sara"), request, "No.");
        assertThat(approvals.approve(people.actor("daniel"), request, null))
                .isInstanceOfSatisfying(Decided.AlreadyDecided.class, before -> {
                    assertThat(before.byName()).isEqualTo(people.person("sara").name());
                    assertThat(before.state()).isEqualTo(Request.State.REJECTED);
                });
    }

    @Test
    void without_a_fresh_sign_in_a_wipe_is_neither_asked_for_nor_approved() {
        waits.everybodyProves(false);
        assertThat(stages.asks("anna", WIPE, ANNAS_IPHONE, true, false, MANAGER))
                .isEqualTo(new Asked.SignInFirst());
        waits.everybodyProves(true);
        var request = ((Asked.Waiting) stages.asks("anna", WIPE, ANNAS_IPHONE, true, false, MANAGER)).request();
        waits.everybodyProves(false);
        assertThat(approve("bo", request)).isEqualTo("SignInFirst");
        assertThat(state(request)).isEqualTo(Request.State.WAITING);
        assertThat(desk.story(request.value())).containsExactly("DECISION needs approval");
        waits.everybodyProves(true);
        assertThat(approve("bo", request)).isEqualTo("Done");
    }

    @Test
    void who_cannot_sign_in_once_more_gets_a_second_person_instead() {
        waits.everybodyProves(false);
        var asked = stages.asks("anna", WIPE, ANNAS_IPHONE, true, true, MANAGER);
        var request = ((Asked.Waiting) asked).request();
        assertThat(find(request).stages()).isEqualTo(List.of(MANAGER, Stage.IT));
        assertThat(approve("bo", request))
                .as("who approves it proves it all the same")
                .isEqualTo("SignInFirst");
    }

    @Test
    void what_nobody_had_to_prove_is_no_proof() {
        var request = stages.asks("anna", WIPE, ANNAS_IPHONE, MANAGER);
        assertThat(find(request).order().evidence().freshSignIn()).isFalse();
        assertThat(find(request).needsFreshSignIn()).as("who approves a wipe").isTrue();
        var proved = (Asked.Waiting) stages.asks("anna", WIPE, ANNAS_TABLET, true, false, MANAGER);
        assertThat(find(proved.request()).order().evidence().freshSignIn()).isTrue();
        var instead = (Asked.Waiting) stages.asks("anna", WIPE, ANNAS_MACBOOK, true, true, MANAGER);
        assertThat(find(instead.request()).order().evidence().freshSignIn())
                .as("a second person says yes instead")
                .isTrue();
    }

    @Test
    void locking_never_asks_for_a_fresh_sign_in() {
        waits.everybodyProves(false);
        assertThat(stages.asks("anna", new Action.Lock(), ANNAS_IPHONE, true, false))
                .isInstanceOf(Asked.OnItsWay.class);
    }

    private void standsIn(String giver, String address, Set<ActionKind> actions) {
        var now = clock.instant();
        assertThat(delegations.delegate(people.actor(giver), address, now, now.plus(Duration.ofDays(1)), actions))
                .isInstanceOf(Delegated.Done.class);
    }

    private boolean waitsFor(String username, RequestId request) {
        return approvals.waitingFor(people.person(username)).stream()
                .anyMatch(waiting -> waiting.id().equals(request));
    }

    private String approve(String username, RequestId request) {
        return approvals
                .approve(people.actor(username), request, null)
                .getClass()
                .getSimpleName();
    }

    private Request find(RequestId request) {
        return requests.find(people.person("sara"), request).orElseThrow();
    }

    private Request.State state(RequestId request) {
        return find(request).state();
    }

    private int due(RequestId request) {
        return database.sql("select count(*) from commands.scheduled_tasks where task_name = :task"
                        + " and task_instance like :request and execution_time <= :now")
                .param("task", RequestConfiguration.EFFECT.getTaskName())
                .param("request", request + "/%")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }
}
