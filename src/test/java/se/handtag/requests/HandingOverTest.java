package se.handtag.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNAS_IPHONE;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalClock;
import se.handtag.PortalMdm;
import se.handtag.PortalState;
import se.handtag.PortalTest;
import se.handtag.commands.CommandState;
import se.handtag.devices.MdmUser;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.SamplePeople;
import se.handtag.policy.Action;

/** A device goes to a colleague: both of them agree, then whoever the rules name. */
@PortalTest
class HandingOverTest {
    private static final String JOHAN = "johan.oberg@fjallrav.example";

    @Autowired
    Requests requests;

    @Autowired
    Approvals approvals;

    @Autowired
    Delegations delegations;

    @Autowired
    Departures departures;

    @Autowired
    MdmUsers users;

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

    @BeforeEach
    void everybodyIsKnown() {
        people.person("bo");
        people.person("johan.oberg");
    }

    @Test
    void it_needs_the_colleague_then_the_manager() {
        RequestId request = asks();
        assertThat(find(request).approverAddresses()).containsExactly(JOHAN);
        assertThat(approvals.approve(people.actor("bo"), request, null)).isEqualTo(new Decided.NotYours());
        assertThat(approvals.approve(people.actor("johan.oberg"), request, null))
                .isInstanceOf(Decided.Done.class);
        assertThat(find(request).approverAddresses()).containsExactly("bo.lind@fjallrav.example");
        assertThat(approvals.approve(people.actor("bo"), request, null)).isInstanceOf(Decided.Done.class);
        await().untilAsserted(() -> assertThat(desk.commandOf(request).state()).isEqualTo(CommandState.EFFECT_SEEN));
        assertThat(mdm.device(ANNAS_IPHONE).path("userId").asInt())
                .isEqualTo(johan().id().value());
    }

    @Test
    void the_colleague_s_no_ends_it() {
        RequestId request = asks();
        approvals.reject(people.actor("johan.oberg"), request, "I have one.");
        assertThat(find(request).state()).isEqualTo(Request.State.REJECTED);
    }

    @Test
    void what_the_colleague_does_not_answer_expires_and_is_passed_to_nobody() {
        RequestId request = asks();
        clock.pass(Duration.ofDays(1).plusHours(1));
        await().untilAsserted(() -> assertThat(desk.story(request.value())).endsWith("APPROVAL reminded"));
        clock.pass(Duration.ofDays(3));
        await().untilAsserted(() -> assertThat(find(request).state()).isEqualTo(Request.State.WAITING));
        assertThat(find(request).approverAddresses()).containsExactly(JOHAN);
        assertThat(find(request).it()).isFalse();
        for (String username : new String[] {"bo", "eva", "sara", "daniel"}) {
            assertThat(approvals.approve(people.actor(username), request, null))
                    .as(username)
                    .isEqualTo(new Decided.NotYours());
        }
        clock.pass(Duration.ofDays(4));
        await().untilAsserted(() -> assertThat(find(request).state()).isEqualTo(Request.State.EXPIRED));
        assertThat(desk.story(request.value()))
                .containsExactly("DECISION needs approval", "APPROVAL reminded", "APPROVAL not decided in time");
    }

    @Test
    void nobody_agrees_in_the_colleague_s_place() {
        var now = clock.instant();
        delegations.delegate(
                people.actor("johan.oberg"),
                "leif.hagglund@fjallrav.example",
                now,
                now.plus(Duration.ofDays(1)),
                Set.of());
        RequestId request = asks();
        assertThat(approvals.waitingFor(people.person("leif.hagglund"))).isEmpty();
        assertThat(approvals.approve(people.actor("leif.hagglund"), request, null))
                .isEqualTo(new Decided.NotYours());
    }

    @Test
    void a_colleague_who_leaves_gets_nothing() {
        RequestId request = asks();
        departures.left(people.actor("sara"), JOHAN);
        assertThat(find(request).state()).isEqualTo(Request.State.EXPIRED);
        assertThat(approvals.approve(people.actor("sara"), request, null)).isEqualTo(new Decided.NotYours());
    }

    @Test
    void a_device_that_awaits_its_erasure_is_not_handed_over() {
        portal.holdSending();
        RequestId handOver = asks();
        approvals.approve(people.actor("johan.oberg"), handOver, null);
        approvals.approve(people.actor("bo"), handOver, null);
        desk.ordersWithApproval("anna", new Action.ClearPasscode(), ANNAS_IPHONE, "bo");
        assertThat(desk.asks("anna", new Action.HandOver(johan().id(), johan().name()), ANNAS_IPHONE))
                .as("asked for by now")
                .isInstanceOf(Asked.Denied.class);
        portal.resumeSending();
        await().untilAsserted(() -> assertThat(desk.commandOf(handOver).state()).isEqualTo(CommandState.CANCELLED));
        assertThat(mdm.device(ANNAS_IPHONE).path("userId").asInt())
                .isNotEqualTo(johan().id().value());
    }

    private RequestId asks() {
        return desk.asksAndWaits("anna", new Action.HandOver(johan().id(), johan().name()), ANNAS_IPHONE);
    }

    private MdmUser johan() {
        return users.withEmail(JOHAN).orElseThrow();
    }

    private Request find(RequestId request) {
        return requests.find(people.person("sara"), request).orElseThrow();
    }
}
