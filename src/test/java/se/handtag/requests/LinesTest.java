package se.handtag.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNA;
import static se.handtag.PortalDevices.ANNAS_IPHONE;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalClock;
import se.handtag.PortalMdm;
import se.handtag.PortalState;
import se.handtag.PortalTest;
import se.handtag.identity.SamplePeople;
import se.handtag.mdm.GroupId;
import se.handtag.policy.Action;
import se.handtag.policy.Stage;

/** Whom something waits for follows who decides today, not who did when it was asked for. */
@PortalTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class LinesTest {
    private static final String LAGER = "Fjällräv Logistik/Lager";
    private static final String BO = "bo.lind@fjallrav.example";
    private static final String EVA = "eva.noren@fjallrav.example";
    private static final String JASMINA = "jasmina.hodzic@fjallrav.example";
    private static final String KARIN = "karin.ostlund@fjallrav.example";
    private static final String LEIF = "leif.hagglund@fjallrav.example";
    private static final GroupId ROADS = new GroupId(9);
    private static final Action WIPE = new Action.Wipe();
    private static final Stage MANAGER = new Stage.Manager();
    private static final Stage ONE_OF_LAGER = new Stage.AnyOf(LAGER, 1);

    @Autowired
    private Stages stages;

    @Autowired
    private Requests requests;

    @Autowired
    private Approvals approvals;

    @Autowired
    private GroupApprovers approvers;

    @Autowired
    private SecondPerson second;

    @Autowired
    private Delegations delegations;

    @Autowired
    private Desk desk;

    @Autowired
    private SamplePeople people;

    @Autowired
    private PortalMdm mdm;

    @Autowired
    private PortalClock clock;

    @Autowired
    private PortalState portal;

    @Autowired
    private SettableWaits waits;

    @BeforeEach
    void sendNothing() {
        portal.holdSending();
    }

    @AfterEach
    void asBefore() {
        approve(LAGER, Set.of(BO, JASMINA));
    }

    @Test
    void whoever_approves_for_the_group_no_more_decides_nothing_that_waits_nor_does_their_stand_in() {
        RequestId request = stages.asks("anna", WIPE, ANNAS_IPHONE, ONE_OF_LAGER);
        standsIn("bo", LEIF);
        assertThat(waitsFor("leif.hagglund", request)).isTrue();
        approve(LAGER, Set.of(JASMINA));
        assertThat(find(request).approverAddresses()).containsExactly(JASMINA);
        assertThat(waitsFor("bo", request)).isFalse();
        assertThat(decide("bo", request)).isEqualTo("NotYours");
        assertThat(decide("leif.hagglund", request)).as("who stands in for Bo").isEqualTo("NotYours");
        assertThat(find(request).happenings()).as("Jasmina was asked already").isEmpty();
        assertThat(decide("jasmina.hodzic", request)).isEqualTo("Done");
    }

    @Test
    void whoever_comes_to_approve_for_the_group_decides_what_waits_and_who_asked_is_told() {
        RequestId request = stages.asks("anna", WIPE, ANNAS_IPHONE, ONE_OF_LAGER);
        approve(LAGER, Set.of(KARIN));
        assertThat(waitsFor("karin.ostlund", request)).isTrue();
        assertThat(find(request).happenings())
                .extracting(Request.Happening::what)
                .containsExactly(Request.Happening.What.MOVED_ON);
        assertThat(desk.story(request.value())).endsWith("APPROVAL passed on");
        assertThat(decide("bo", request)).isEqualTo("NotYours");
        assertThat(decide("karin.ostlund", request)).isEqualTo("Done");
    }

    @Test
    void with_nobody_left_in_the_group_it_goes_to_it_but_not_to_those_who_emptied_it() {
        RequestId request = stages.asks("anna", WIPE, ANNAS_IPHONE, ONE_OF_LAGER);
        RequestId other = stages.asks("anna", new Action.ClearPasscode(), ANNAS_IPHONE, Stage.IT);
        approve(LAGER, Set.of());
        assertThat(find(request).it()).isTrue();
        assertThat(decide("sara", request)).as("who proposed it").isEqualTo("NotYours");
        assertThat(decide("daniel", request)).as("who agreed to it").isEqualTo("NotYours");
        assertThat(decide("mehmet.yilmaz", request)).isEqualTo("Done");
        assertThat(decide("sara", other)).as("what that did not move").isEqualTo("Done");
    }

    @Test
    void the_manager_of_before_does_not_decide_once_the_provider_names_another() {
        RequestId request = stages.asks("anna", WIPE, ANNAS_IPHONE, MANAGER);
        people.hasManager("anna", KARIN);
        assertThat(decide("bo", request)).isEqualTo("NotYours");
        assertThat(find(request).approverAddresses()).containsExactly(KARIN);
        assertThat(decide("karin.ostlund", request)).isEqualTo("Done");
    }

    @Test
    void what_nobody_looks_at_goes_to_the_new_manager_within_an_hour() {
        RequestId request = stages.asks("anna", WIPE, ANNAS_IPHONE, MANAGER);
        people.hasManager("anna", KARIN);
        clock.pass(Duration.ofMinutes(61));
        portal.resumeSending();
        await().untilAsserted(
                        () -> assertThat(find(request).approverAddresses()).containsExactly(KARIN));
    }

    @Test
    void whoever_has_moved_to_another_group_of_the_mdm_waits_for_the_approvers_there() {
        RequestId request = stages.asks(people.hasManager("anna", null), WIPE, ANNAS_IPHONE, MANAGER);
        assertThat(find(request).approverAddresses()).containsExactlyInAnyOrder(BO, JASMINA);
        mdm.move(ANNA, ROADS);
        clock.pass(Duration.ofMinutes(5));
        assertThat(decide("jasmina.hodzic", request)).isEqualTo("NotYours");
        assertThat(find(request).approverAddresses()).containsExactly(LEIF);
        assertThat(decide("leif.hagglund", request)).isEqualTo("Done");
    }

    @Test
    void while_the_mdm_does_not_say_whose_it_is_it_waits_for_those_it_waited_for() {
        RequestId request = stages.asks("anna", WIPE, ANNAS_IPHONE, MANAGER);
        mdm.fault("error", "GET", "/api/users");
        clock.pass(Duration.ofMinutes(5));
        assertThat(decide("bo", request)).isEqualTo("Done");
    }

    @Test
    void while_the_mdm_does_not_say_in_which_group_they_are_whom_a_rule_asks_by_another_group_follows_all_the_same() {
        mdm.fault("error", "GET", "/api/groups");
        RequestId manager = stages.asks("anna", WIPE, ANNAS_IPHONE, MANAGER);
        RequestId group = stages.asks("anna", new Action.ClearPasscode(), ANNAS_IPHONE, ONE_OF_LAGER);
        approve(LAGER, Set.of(JASMINA));
        assertThat(find(manager).approverAddresses()).containsExactly(BO);
        assertThat(decide("bo", group)).isEqualTo("NotYours");
        assertThat(decide("jasmina.hodzic", group)).isEqualTo("Done");
    }

    @Test
    void a_later_stage_is_for_those_who_decide_when_it_comes_to_them() {
        RequestId request =
                stages.asks("anna", WIPE, ANNAS_IPHONE, new Stage.Named("mehmet.yilmaz@fjallrav.example"), MANAGER);
        people.hasManager("anna", EVA);
        assertThat(decide("mehmet.yilmaz", request)).isEqualTo("Done");
        assertThat(find(request).approverAddresses()).containsExactly(EVA);
        assertThat(find(request).happenings()).isEmpty();
    }

    @Test
    void what_was_decided_stays_decided() {
        RequestId request = stages.asks("anna", WIPE, ANNAS_IPHONE, new Stage.AnyOf(LAGER, 2));
        assertThat(decide("bo", request)).isEqualTo("Done");
        approve(LAGER, Set.of(JASMINA, KARIN));
        assertThat(decide("karin.ostlund", request)).isEqualTo("Done");
        assertThat(find(request).state()).isEqualTo(Request.State.APPROVED);
    }

    private void approve(String group, Set<String> addresses) {
        approvers.propose(people.actor("sara"), group, addresses);
        second.waiting(people.person("daniel"))
                .forEach(proposal -> second.agree(people.actor("daniel"), proposal.id()));
    }

    private void standsIn(String giver, String address) {
        var now = clock.instant();
        assertThat(delegations.delegate(people.actor(giver), address, now, now.plus(Duration.ofDays(1)), Set.of()))
                .isInstanceOf(Delegated.Done.class);
    }

    private boolean waitsFor(String username, RequestId request) {
        return approvals.waitingFor(people.person(username)).stream()
                .anyMatch(waiting -> waiting.id().equals(request));
    }

    private String decide(String username, RequestId request) {
        return approvals
                .approve(people.actor(username), request, null)
                .getClass()
                .getSimpleName();
    }

    private Request find(RequestId request) {
        return requests.find(people.person("sara"), request).orElseThrow();
    }
}
