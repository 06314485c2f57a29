package se.handtag.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNAS_IPHONE;
import static se.handtag.PortalDevices.LOVISAS_IPHONE;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalMdm;
import se.handtag.PortalState;
import se.handtag.PortalTest;
import se.handtag.commands.Commands;
import se.handtag.identity.SamplePeople;
import se.handtag.mdm.DeviceId;
import se.handtag.policy.Action;

@PortalTest
class ApprovalTest {
    private static final DeviceId FATIMAS_IPHONE = DeviceId.of("31f6d5c1-376d-4664-bc0b-8d7cd9a8d85a");
    private static final DeviceId GORANS_PHONE = DeviceId.of("14b97b9d-f316-4254-815b-eb399b03e7d2");
    private static final DeviceId INGRIDS_IPHONE = DeviceId.of("25ee709c-57e4-4e44-ba8d-c364564f7054");

    @Autowired
    Requests requests;

    @Autowired
    Approvals approvals;

    @Autowired
    Waiting waiting;

    @Autowired
    Commands commands;

    @Autowired
    Desk desk;

    @Autowired
    SamplePeople people;

    @Autowired
    PortalMdm mdm;

    @Autowired
    PortalState portal;

    @Test
    void a_passcode_is_cleared_once_the_manager_says_yes() {
        RequestId request = desk.asksAndWaits("anna", new Action.ClearPasscode(), ANNAS_IPHONE);
        assertThat(approvals.waitingFor(people.person("bo")))
                .extracting(Request::id)
                .containsExactly(request);
        assertThat(mdm.received(ANNAS_IPHONE)).isEmpty();
        assertThat(approvals.hasDecided(people.person("bo"))).isFalse();
        assertThat(approvals.approve(people.actor("bo"), request, null)).isInstanceOf(Decided.Done.class);
        await().untilAsserted(() ->
                assertThat(desk.story(desk.commandOf(request))).contains("INTENT sending", "OUTCOME ACCEPTED"));
        mdm.tick();
        assertThat(mdm.device(ANNAS_IPHONE).path("passcode").asBoolean()).isFalse();
        assertThat(mdm.received(ANNAS_IPHONE)).containsExactly("clearpasscode");
        assertThat(approvals.waitingFor(people.person("bo"))).isEmpty();
        assertThat(approvals.decidedBy(people.person("bo")))
                .extracting(Request::id)
                .containsExactly(request);
        assertThat(approvals.hasDecided(people.person("bo"))).isTrue();
    }

    @Test
    void a_rejection_carries_its_comment_and_sends_nothing() {
        RequestId request = desk.asksAndWaits("anna", new Action.Wipe(), ANNAS_IPHONE);
        approvals.reject(people.actor("bo"), request, " Ring mig först. ");
        Request rejected = requests.find(people.person("anna"), request).orElseThrow();
        assertThat(rejected.state()).isEqualTo(Request.State.REJECTED);
        assertThat(rejected.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.comment()).isEqualTo("Ring mig först.");
            assertThat(decision.byName()).isEqualTo("Bo Lind");
            assertThat(decision.approved()).isFalse();
        });
        assertThat(commands.ofRequest(request.value())).isEmpty();
        assertThat(desk.story(request.value())).containsExactly("DECISION needs approval", "APPROVAL rejected");
    }

    @Test
    void nobody_decides_their_own_request_whatever_their_role() {
        RequestId ofIt = desk.asksAndWaits("sara", new Action.Wipe(), ANNAS_IPHONE);
        assertThat(approvals.waitingFor(people.person("sara"))).isEmpty();
        assertThat(approvals.approve(people.actor("sara"), ofIt, null)).isEqualTo(new Decided.NotYours());
        assertThat(approvals.waitingFor(people.person("daniel")))
                .extracting(Request::id)
                .containsExactly(ofIt);
        assertThat(approvals.approve(people.actor("daniel"), ofIt, null)).isInstanceOf(Decided.Done.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "eva", "johan.oberg", "sara", "maja", "per-olof", "tomasz"})
    void who_is_not_asked_cannot_decide(String username) {
        RequestId request = desk.asksAndWaits("anna", new Action.Wipe(), ANNAS_IPHONE);
        assertThat(approvals.waitingFor(people.person(username))).isEmpty();
        assertThat(approvals.approve(people.actor(username), request, null)).isEqualTo(new Decided.NotYours());
        assertThat(approvals.reject(people.actor(username), request, null)).isEqualTo(new Decided.NotYours());
        assertThat(requests.find(people.person("anna"), request).orElseThrow().waiting())
                .isTrue();
    }

    @Test
    void the_manager_whom_the_sign_in_names_decides() {
        assertThat(approversOf("anna", ANNAS_IPHONE)).containsExactly("bo.lind@fjallrav.example");
    }

    @Test
    void an_approver_is_called_by_name_once_they_have_signed_in() {
        people.person("bo");
        RequestId request = desk.asksAndWaits("anna", new Action.Wipe(), ANNAS_IPHONE);
        assertThat(waiting.of(requests.find(people.person("anna"), request).orElseThrow()))
                .extracting(Waiting.For::name)
                .containsExactly("Bo Lind");
    }

    @Test
    void without_a_manager_the_approvers_of_the_nearest_group_above_decide() {
        assertThat(approversOf("fatima.al-khatib", FATIMAS_IPHONE))
                .containsExactlyInAnyOrder("bo.lind@fjallrav.example", "jasmina.hodzic@fjallrav.example");
        assertThat(approversOf("goran.markovic", GORANS_PHONE)).containsExactly("leif.hagglund@fjallrav.example");
        assertThat(approversOf("ingrid", INGRIDS_IPHONE))
                .containsExactlyInAnyOrder("camilla.bergstrom@fjallrav.example", "karin.ostlund@fjallrav.example");
    }

    @Test
    void without_manager_and_approvers_it_decides() {
        assertThat(approversOf("lovisa.ekdahl", LOVISAS_IPHONE)).isEmpty();
        assertThat(approvals.waitingFor(people.person("sara"))).hasSize(1);
        assertThat(approvals.waitingFor(people.person("maja"))).isEmpty();
    }

    private Iterable<String> approversOf(String username, DeviceId device) {
        RequestId request = desk.asksAndWaits(username, new Action.Wipe(), device);
        return requests.find(people.person(username), request).orElseThrow().approverAddresses();
    }

    @Test
    void of_two_who_decide_at_once_exactly_one_wins_and_the_other_is_told() throws Exception {
        portal.holdSending();
        for (int round = 0; round < 10; round++) {
            RequestId request = desk.asksAndWaits("fatima.al-khatib", new Action.Wipe(), FATIMAS_IPHONE);
            var start = new CyclicBarrier(2);
            List<Decided> answers = new ArrayList<>();
            try (var threads = Executors.newFixedThreadPool(2)) {
                var bo = threads.submit(() -> {
                    start.await();
                    return approvals.approve(people.actor("bo"), request, null);
                });
                var jasmina = threads.submit(() -> {
                    start.await();
                    return approvals.approve(people.actor("jasmina.hodzic"), request, null);
                });
                answers.add(bo.get());
                answers.add(jasmina.get());
            }
            assertThat(answers).hasOnlyElementsOfTypes(Decided.Done.class, Decided.AlreadyDecided.class);
            assertThat(answers).filteredOn(Decided.Done.class::isInstance).hasSize(1);
            String winner = requests.find(people.person("sara"), request)
                    .orElseThrow()
                    .decisions()
                    .getFirst()
                    .byName();
            assertThat(answers)
                    .filteredOn(Decided.AlreadyDecided.class::isInstance)
                    .singleElement()
                    .satisfies(late ->
                            assertThat(((Decided.AlreadyDecided) late).byName()).isEqualTo(winner));
            assertThat(commands.ofDevice(FATIMAS_IPHONE, 100)).hasSize(round + 1);
            assertThat(desk.story(request.value())).containsExactly("DECISION needs approval", "APPROVAL approved");
        }
    }
}
