package se.handtag.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNAS_IPHONE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.handtag.PortalClock;
import se.handtag.PortalMdm;
import se.handtag.PortalState;
import se.handtag.PortalTest;
import se.handtag.commands.CommandState;
import se.handtag.commands.Commands;
import se.handtag.identity.SamplePeople;
import se.handtag.policy.Action;
import se.handtag.recovery.LostReports;

@PortalTest
class DeadlinesTest {
    @Autowired
    Requests requests;

    @Autowired
    Approvals approvals;

    @Autowired
    Departures departures;

    @Autowired
    Commands commands;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Desk desk;

    @Autowired
    SamplePeople people;

    @Autowired
    PortalClock clock;

    @Autowired
    PortalState portal;

    @Autowired
    PortalMdm mdm;

    @Autowired
    LostReports lost;

    @Autowired
    SettableWaits waits;

    @Autowired
    JdbcClient database;

    @Test
    void who_does_not_answer_is_reminded_then_the_next_up_may_decide_too_then_it_expires() {
        people.person("bo");
        RequestId request = desk.asksAndWaits("anna", new Action.Wipe(), ANNAS_IPHONE);
        clock.pass(Duration.ofHours(25));
        await().untilAsserted(() -> assertThat(desk.story(request.value()))
                .containsExactly("DECISION needs approval", "APPROVAL reminded"));
        assertThat(find(request).approverAddresses()).containsExactly("bo.lind@fjallrav.example");
        clock.pass(Duration.ofHours(24));
        await().untilAsserted(() -> assertThat(find(request).happenings())
                .extracting(Request.Happening::what)
                .containsExactly(Request.Happening.What.REMINDED, Request.Happening.What.PASSED_ON));
        assertThat(find(request).approverAddresses())
                .as("Bo and whom Bo said to be his manager")
                .containsExactlyInAnyOrder("bo.lind@fjallrav.example", "eva.noren@fjallrav.example");
        assertThat(approvals.waitingFor(people.person("eva")))
                .extracting(Request::id)
                .containsExactly(request);
        clock.pass(Duration.ofDays(6));
        await().untilAsserted(() -> assertThat(find(request).state()).isEqualTo(Request.State.EXPIRED));
        assertThat(approvals.approve(people.actor("bo"), request, null)).isEqualTo(new Decided.NotYours());
        assertThat(desk.story(request.value())).endsWith("APPROVAL not decided in time");
        assertThat(commands.ofRequest(request.value())).isEmpty();
    }

    @Test
    void what_was_approved_and_could_not_be_sent_in_time_is_called_off() {
        portal.holdSending();
        RequestId request = desk.asksAndWaits("anna", new Action.Wipe(), ANNAS_IPHONE);
        approvals.approve(people.actor("bo"), request, null);
        clock.pass(Duration.ofDays(8));
        deadlines.next(request);
        assertThat(find(request).state()).isEqualTo(Request.State.EXPIRED);
        assertThat(desk.story(request.value())).contains("COMMAND_STEP CANCELLED", "APPROVAL not sent in time");
        assertThat(mdm.received(ANNAS_IPHONE)).isEmpty();
    }

    @Test
    void what_was_approved_can_be_taken_back_until_it_is_sent() {
        portal.holdSending();
        RequestId request = desk.asksAndWaits("anna", new Action.Wipe(), ANNAS_IPHONE);
        approvals.approve(people.actor("bo"), request, null);
        assertThat(requests.withdraw(people.actor("anna"), request)).isTrue();
        assertThat(find(request).state()).isEqualTo(Request.State.WITHDRAWN);
        portal.resumeSending();
        assertThat(desk.story(request.value())).contains("COMMAND_STEP CANCELLED", "APPROVAL withdrawn");
        assertThat(mdm.received(ANNAS_IPHONE)).isEmpty();
    }

    @Test
    void while_it_is_lost_what_was_approved_is_not_taken_back_without_proof() {
        portal.holdSending();
        RequestId request = desk.asksAndWaits("anna", new Action.Wipe(), ANNAS_IPHONE);
        approvals.approve(people.actor("bo"), request, null);
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        waits.everybodyProves(false);
        assertThat(requests.withdraw(people.actor("anna"), request)).isFalse();
        assertThat(desk.commandOf(request).state()).isNotEqualTo(CommandState.CANCELLED);
        assertThat(find(request).state()).isEqualTo(Request.State.APPROVED);
        assertThat(desk.story(request.value())).doesNotContain("COMMAND_STEP CANCELLED");
        waits.everybodyProves(true);
        assertThat(requests.withdraw(people.actor("anna"), request)).isTrue();
        assertThat(desk.commandOf(request).state()).isEqualTo(CommandState.CANCELLED);
    }

    @Test
    void a_command_knows_itself_when_it_is_too_late() {
        portal.holdSending();
        RequestId request = desk.asksAndWaits("anna", new Action.Wipe(), ANNAS_IPHONE);
        approvals.approve(people.actor("bo"), request, null);
        assertThat(desk.commandOf(request).notAfter())
                .isEqualTo(find(request).executeBy())
                .isNotNull();
        var atOnce = desk.orders("anna", new Action.Refresh(), ANNAS_IPHONE);
        assertThat(atOnce.notAfter()).isNotNull();
    }

    @Test
    void what_is_being_sent_when_its_time_is_over_is_looked_at_again() {
        portal.holdSending();
        RequestId request = desk.asksAndWaits("anna", new Action.Wipe(), ANNAS_IPHONE);
        approvals.approve(people.actor("bo"), request, null);
        clock.pass(Duration.ofDays(8));
        inState("SENDING", request);
        assertThat(deadlines.next(request)).isInstanceOf(Deadlines.Next.Again.class);
        inState("DUE", request);
        assertThat(deadlines.next(request)).isInstanceOf(Deadlines.Next.Done.class);
        assertThat(find(request).state()).isEqualTo(Request.State.EXPIRED);
    }

    private void inState(String state, RequestId request) {
        database.sql("update commands.command set state = :state where request = :request")
                .param("state", state)
                .param("request", request.value())
                .update();
    }

    @Test
    void of_two_presses_at_the_same_moment_one_request_waits() throws Exception {
        for (int round = 0; round < 10; round++) {
            var start = new CyclicBarrier(2);
            List<Asked> answers = new ArrayList<>();
            try (var threads = Executors.newFixedThreadPool(2)) {
                var one = threads.submit(() -> {
                    start.await();
                    return desk.asks("anna", new Action.Wipe(), ANNAS_IPHONE);
                });
                var other = threads.submit(() -> {
                    start.await();
                    return desk.asks("anna", new Action.Wipe(), ANNAS_IPHONE);
                });
                answers.add(one.get());
                answers.add(other.get());
            }
            assertThat(answers).filteredOn(Asked.Waiting.class::isInstance).hasSize(1);
            assertThat(answers).filteredOn(Asked.AskedAlready.class::isInstance).hasSize(1);
            var waiting = requests.of(people.person("anna")).stream()
                    .filter(Request::waiting)
                    .toList();
            assertThat(waiting).hasSize(1);
            requests.withdraw(people.actor("anna"), waiting.getFirst().id());
        }
    }

    @Test
    void what_waits_for_somebody_who_leaves_goes_to_the_next_in_line() {
        people.person("bo");
        RequestId request = desk.asksAndWaits("anna", new Action.Wipe(), ANNAS_IPHONE);
        departures.left(people.actor("sara"), "bo.lind@fjallrav.example");
        assertThat(find(request).approverAddresses()).containsExactly("eva.noren@fjallrav.example");
        assertThat(approvals.approve(people.actor("bo"), request, null)).isEqualTo(new Decided.NotYours());
        RequestId later = desk.asksAndWaits("anna", new Action.ClearPasscode(), ANNAS_IPHONE);
        assertThat(find(later).approverAddresses()).containsExactly("eva.noren@fjallrav.example");
    }

    private Request find(RequestId request) {
        return requests.find(people.person("sara"), request).orElseThrow();
    }
}
