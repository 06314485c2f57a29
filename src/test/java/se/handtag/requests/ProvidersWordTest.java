package se.handtag.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static se.handtag.PortalDevices.ANNAS_IPHONE;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalClock;
import se.handtag.PortalTest;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.audit.AuditRecord;
import se.handtag.identity.SamplePeople;
import se.handtag.notifications.Message;
import se.handtag.notifications.Message.What;
import se.handtag.notifications.Messages;
import se.handtag.policy.Action;

/** What becomes of what waits for somebody, and of their stand-ins, when the identity provider says that they are gone. */
@PortalTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProvidersWordTest {
    private static final Action CLEAR = new Action.ClearPasscode();
    private static final String BO = "bo.lind@fjallrav.example";
    private static final String JASMINA = "jasmina.hodzic@fjallrav.example";
    private static final String KARIN = "karin.ostlund@fjallrav.example";

    @Autowired
    private Requests requests;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Delegations delegations;

    @Autowired
    private Departures departures;

    @Autowired
    private Messages messages;

    @Autowired
    private AuditLog log;

    @Autowired
    private Desk desk;

    @Autowired
    private SamplePeople people;

    @Autowired
    private PortalClock clock;

    private long before;

    @BeforeEach
    void whatIsOnRecordAlready() {
        before = left();
    }

    @Test
    void what_waited_for_whoever_is_gone_goes_to_the_next_in_line_who_is_told_as_is_whoever_asked() {
        RequestId request = desk.asksAndWaits("anna", CLEAR, ANNAS_IPHONE);
        assertThat(find(request).approverAddresses()).containsExactly(BO);
        people.gone(people.session("bo"));
        Request moved = find(request);
        assertThat(moved.approverAddresses()).isNotEmpty().doesNotContain(BO);
        assertThat(moved.happenings())
                .extracting(Request.Happening::what)
                .containsExactly(Request.Happening.What.MOVED_ON);
        assertThat(desk.story(request.value())).endsWith("APPROVAL passed on");
        assertThat(whats("anna")).startsWith(What.MOVED_ON);
        assertThat(whats(whoHas(moved.approverAddresses().iterator().next()))).startsWith(What.MOVED_TO_YOU);
        assertThat(decide("bo", request)).isInstanceOf(Decided.NotYours.class);
        assertThat(left() - before).as("records that he left").isEqualTo(1);
    }

    @Test
    void their_stand_ins_end_and_so_does_their_standing_in_and_both_sides_are_told() {
        standsIn("bo", JASMINA);
        standsIn("karin.ostlund", BO);
        people.gone(people.session("bo"));
        assertThat(delegations.to(people.person("jasmina.hodzic"))).isEmpty();
        assertThat(delegations.to(people.person("bo"))).isEmpty();
        assertThat(whats("jasmina.hodzic")).startsWith(What.STAND_IN_ENDED);
        assertThat(whats("karin.ostlund")).startsWith(What.YOUR_STAND_IN_LAPSED);
    }

    @Test
    void two_nodes_that_hear_it_at_once_do_it_once() throws Exception {
        RequestId request = desk.asksAndWaits("anna", CLEAR, ANNAS_IPHONE);
        var sessions = List.of(people.session("bo"), people.session("bo"), people.session("bo"));
        var start = new CyclicBarrier(sessions.size());
        try (var nodes = Executors.newFixedThreadPool(sessions.size())) {
            var heard = sessions.stream()
                    .map(session -> nodes.submit(() -> {
                        start.await();
                        people.gone(session);
                        return true;
                    }))
                    .toList();
            for (var each : heard) {
                assertThat(each.get()).isTrue();
            }
        }
        assertThat(left() - before).isEqualTo(1);
        assertThat(desk.story(request.value()))
                .filteredOn("APPROVAL passed on"::equals)
                .hasSize(1);
        assertThat(sessions).allMatch(people::isEnded);
    }

    @Test
    void whoever_signs_in_again_is_back_and_decides_what_is_asked_for_from_then_on() {
        RequestId before = desk.asksAndWaits("anna", CLEAR, ANNAS_IPHONE);
        people.gone(people.session("bo"));
        assertThat(departures.all()).contains(BO);
        people.comesIn("bo");
        assertThat(departures.all()).isEmpty();
        assertThat(decide("bo", before)).as("what went to others").isInstanceOf(Decided.NotYours.class);
        requests.withdraw(people.actor("anna"), before);
        assertThat(decide("bo", desk.asksAndWaits("anna", CLEAR, ANNAS_IPHONE))).isInstanceOf(Decided.Done.class);
    }

    @Test
    void signing_in_takes_nothing_back_that_it_has_said() {
        departures.left(people.actor("sara"), BO);
        people.gone(people.session("bo"));
        people.comesIn("bo");
        assertThat(departures.all()).contains(BO);
    }

    @Test
    void nobody_is_barred_from_deciding_for_what_the_provider_said() {
        RequestId request = desk.asksAndWaits("anna", CLEAR, ANNAS_IPHONE);
        while (!find(request).it()) {
            find(request).approverAddresses().forEach(address -> people.gone(people.session(whoHas(address))));
        }
        assertThat(decide("sara", request)).isInstanceOf(Decided.Done.class);
    }

    @Test
    void without_the_role_of_it_nobody_decides_what_waits_for_it_and_stand_ins_end() {
        RequestId request = desk.asksAndWaits("daniel", new Action.Wipe(), ANNAS_IPHONE);
        assertThat(find(request).it()).isTrue();
        standsIn("sara", KARIN);
        var session = people.session("sara");
        var sara = people.losesRoles("sara");
        assertThat(people.isEnded(session)).isTrue();
        assertThat(approvals.approve(sara, request, null)).isInstanceOf(Decided.NotYours.class);
        assertThat(find(request).it()).as("it waits for the others of IT").isTrue();
        assertThat(delegations.to(people.person("karin.ostlund"))).isEmpty();
        assertThat(whats("karin.ostlund")).startsWith(What.STAND_IN_ENDED);
        assertThat(departures.all()).as("who has left").isEmpty();
    }

    @Test
    void who_loses_a_role_that_says_yes_to_nothing_keeps_their_stand_ins() {
        standsIn("per-olof", KARIN);
        people.losesRoles("per-olof");
        assertThat(delegations.to(people.person("karin.ostlund"))).hasSize(1);
    }

    private void standsIn(String giver, String address) {
        var now = clock.instant();
        delegations.delegate(people.actor(giver), address, now, now.plus(Duration.ofDays(1)), Set.of());
    }

    private Decided decide(String username, RequestId request) {
        return approvals.approve(people.actor(username), request, null);
    }

    private Request find(RequestId request) {
        return requests.find(people.person("sara"), request).orElseThrow();
    }

    private String whoHas(String address) {
        return people.usernames().stream()
                .filter(username -> people.person(username).addresses().contains(address))
                .findFirst()
                .orElseThrow();
    }

    private List<What> whats(String username) {
        return messages.of(people.person(username), 50).stream()
                .map(Message::what)
                .toList();
    }

    /** How often it is on record, since ever, that somebody has left. */
    private long left() {
        return log
                .find(new AuditQuery(null, null, AuditKind.DELEGATION, null, null, null), Long.MAX_VALUE, 1000)
                .stream()
                .map(AuditRecord::outcome)
                .filter("left"::equals)
                .count();
    }
}
