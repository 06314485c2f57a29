package se.handtag.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNA;
import static se.handtag.PortalDevices.ANNAS_IPHONE;
import static se.handtag.PortalDevices.BO;
import static se.handtag.PortalDevices.TEAMS;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.PortalClock;
import se.handtag.PortalMdm;
import se.handtag.PortalState;
import se.handtag.PortalTest;
import se.handtag.audit.AuditRecord;
import se.handtag.audit.Receipts;
import se.handtag.commands.Command;
import se.handtag.commands.CommandState;
import se.handtag.commands.Commands;
import se.handtag.devices.Fleet;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.SamplePeople;
import se.handtag.mdm.TagId;
import se.handtag.notifications.Message;
import se.handtag.notifications.Messages;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;
import se.handtag.requests.Approvals;
import se.handtag.requests.Asked;
import se.handtag.requests.RequestId;
import se.handtag.requests.Requests;

/** What is given for a time. */
@PortalTest
class GrantsTest {
    /** Offered to everybody's devices. */
    private static final Action OFFICE_WIFI = new Action.PutTag(new TagId(3), "Kontor-wifi");

    /** Offered to people, with the manager's yes. */
    private static final Action ABROAD = new Action.PutUserTag(new TagId(4), "Utomlands");

    /** A tag of IT's own. */
    private static final Action EXECUTIVE = new Action.PutTag(new TagId(1), "Chefer");

    @Autowired
    Receipts receipts;

    @Autowired
    Grants grants;

    @Autowired
    Requests requests;

    @Autowired
    Approvals approvals;

    @Autowired
    Messages messages;

    @Autowired
    Fleet fleet;

    @Autowired
    MdmUsers users;

    @Autowired
    SamplePeople people;

    @Autowired
    PortalClock clock;

    @Autowired
    PortalMdm mdm;

    @Autowired
    PortalState portal;

    @Autowired
    Commands commands;

    @Autowired
    TakingBack takingBack;

    @Autowired
    GrantWatch watch;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void what_is_given_for_a_time_is_announced_and_taken_back_by_itself() {
        asksFor(OFFICE_WIFI, 14);
        await().untilAsserted(() -> assertThat(tags()).contains("Kontor-wifi"));
        clock.pass(Duration.ofDays(13).plusMinutes(1));
        await().untilAsserted(() -> assertThat(whats()).contains(Message.What.GRANT_ENDS));
        assertThat(tags()).contains("Kontor-wifi");
        clock.pass(Duration.ofDays(1));
        await().untilAsserted(() -> assertThat(whats()).contains(Message.What.GRANT_ENDED));
        assertThat(tags()).doesNotContain("Kontor-wifi");
        assertThat(grants.running(iphone())).isEmpty();
        assertThat(receipts.concerning(people.person("anna").id(), "user/" + ANNA, Long.MAX_VALUE, 50))
                .as("she takes out a receipt of each")
                .filteredOn(record -> "for-a-time".equals(record.action()))
                .extracting(AuditRecord::outcome)
                .contains("begun", "being taken back", "ended");
    }

    @Test
    void a_new_request_prolongs_it() {
        asksFor(OFFICE_WIFI, 7);
        await().untilAsserted(() -> assertThat(grants.running(iphone())).hasSize(1));
        clock.pass(Duration.ofDays(5));
        asksFor(OFFICE_WIFI, 14);
        await().untilAsserted(() -> assertThat(grants.running(iphone()))
                .singleElement()
                .satisfies(grant ->
                        assertThat(grant.endsAt()).isAfter(clock.instant().plus(Duration.ofDays(13)))));
        clock.pass(Duration.ofDays(4));
        assertThat(tags()).contains("Kontor-wifi");
    }

    @Test
    void asked_for_for_good_it_stays() {
        asksFor(OFFICE_WIFI, 7);
        await().untilAsserted(() -> assertThat(grants.running(iphone())).hasSize(1));
        requests.ask(people.actor("anna"), ANNAS_IPHONE, OFFICE_WIFI, null);
        await().untilAsserted(() -> assertThat(grants.running(iphone())).isEmpty());
    }

    @Test
    void nobody_keeps_something_for_longer_than_it_lends_it() {
        var anna = new Subject.OfUser(users.find(ANNA).orElseThrow());
        assertThat(grants.ask(people.actor("anna"), anna, ABROAD, "Norge", 31))
                .isInstanceOfSatisfying(
                        Asked.Denied.class,
                        denied -> assertThat(denied.decision().ruleIds()).containsExactly("lent-for-a-time"));
        assertThat(requests.ask(people.actor("anna"), anna, ABROAD, "Norge"))
                .as("for good")
                .isInstanceOf(Asked.Denied.class);
        assertThat(requests.of(people.person("anna"))).isEmpty();
        assertThat(grants.ask(people.actor("anna"), anna, ABROAD, "Norge", 30)).isInstanceOf(Asked.Waiting.class);
    }

    @Test
    void it_runs_from_when_the_mdm_took_it_not_from_when_it_was_asked_for() {
        var anna = new Subject.OfUser(users.find(ANNA).orElseThrow());
        Asked asked = grants.ask(people.actor("anna"), anna, ABROAD, "Norge", 14);
        assertThat(asked).isInstanceOf(Asked.Waiting.class);
        assertThat(grants.running(anna)).isEmpty();
        clock.pass(Duration.ofHours(20));
        approvals.approve(people.actor("bo"), ((Asked.Waiting) asked).request(), null);
        await().untilAsserted(() -> assertThat(grants.running(anna))
                .singleElement()
                .satisfies(grant -> assertThat(grant.endsAt())
                        .isAfter(clock.instant().plus(Duration.ofDays(13).plusHours(23)))));
        assertThat(users.readNow(ANNA).orElseThrow().tags()).contains("Utomlands");
    }

    @Test
    void what_is_rejected_never_runs() {
        var anna = new Subject.OfUser(users.find(ANNA).orElseThrow());
        var asked = (Asked.Waiting) grants.ask(people.actor("anna"), anna, ABROAD, "Norge", 14);
        approvals.reject(people.actor("bo"), asked.request(), "Nej");
        assertThat(grants.of(asked.request()).orElseThrow().state()).isEqualTo(Grant.State.ENDED);
    }

    @Test
    void a_tag_that_it_has_not_described_is_not_to_be_had() {
        assertThat(grants.ask(people.actor("anna"), iphone(), EXECUTIVE, null, 7))
                .isInstanceOf(Asked.Denied.class);
    }

    @Test
    void an_app_for_a_time_is_removed() {
        asksFor(TEAMS, 7);
        await().untilAsserted(() -> assertThat(grants.running(iphone(), TEAMS)).isPresent());
        clock.pass(Duration.ofDays(7).plusMinutes(1));
        await().untilAsserted(() -> assertThat(mdm.received(ANNAS_IPHONE)).endsWith("installapp", "removeapp"));
        await().untilAsserted(() -> assertThat(whats()).contains(Message.What.GRANT_ENDED));
        assertThat(grants.running(iphone())).isEmpty();
    }

    @Test
    void what_cannot_be_taken_back_because_it_changed_hands_is_told_to_it() {
        asksFor(OFFICE_WIFI, 7);
        await().untilAsserted(() -> assertThat(grants.running(iphone())).hasSize(1));
        mdm.give(ANNAS_IPHONE, BO);
        clock.pass(Duration.ofDays(7).plusMinutes(1));
        await().untilAsserted(() -> assertThat(whats("sara")).contains(Message.What.GRANT_STUCK));
        assertThat(whats()).doesNotContain(Message.What.GRANT_ENDED);
        assertThat(tags()).contains("Kontor-wifi");
    }

    @Test
    void what_the_mdm_refuses_to_take_back_is_told_to_it() {
        Command back = isBeingTakenBack();
        becomes(back, CommandState.REFUSED, "mdm-refused");
        assertThat(whats("sara")).contains(Message.What.GRANT_STUCK);
        assertThat(whats()).doesNotContain(Message.What.GRANT_ENDED);
        assertThat(grants.of(requestOf())).get().extracting(Grant::state).isEqualTo(Grant.State.STUCK);
    }

    @Test
    void it_is_told_as_taken_back_only_when_the_mdm_took_it() {
        Command back = isBeingTakenBack();
        assertThat(whats()).doesNotContain(Message.What.GRANT_ENDED);
        assertThat(grants.of(requestOf())).get().extracting(Grant::state).isEqualTo(Grant.State.ENDING);
        becomes(back, CommandState.ACCEPTED, null);
        assertThat(whats()).contains(Message.What.GRANT_ENDED);
    }

    @Test
    void while_the_mdm_is_away_it_is_not_taken_back_and_not_given_up() {
        asksFor(OFFICE_WIFI, 7);
        await().untilAsserted(() -> assertThat(grants.running(iphone())).hasSize(1));
        portal.holdSending();
        clock.pass(Duration.ofDays(7).plusMinutes(1));
        mdm.fault("error", "GET", "/");
        var id = grants.of(requestOf()).orElseThrow().id();
        assertThat(takingBack.next(id)).isInstanceOf(TakingBack.Next.Again.class);
        mdm.noFaults();
        assertThat(grants.of(requestOf())).get().extracting(Grant::state).isEqualTo(Grant.State.RUNNING);
    }

    @Test
    void what_is_not_there_any_more_when_it_is_given_back_has_ended() {
        asksFor(OFFICE_WIFI, 7);
        await().untilAsserted(() -> assertThat(grants.running(iphone())).hasSize(1));
        mdm.untag(ANNAS_IPHONE, new TagId(3));
        requests.ask(people.actor("anna"), ANNAS_IPHONE, new Action.TakeTag(new TagId(3), "Kontor-wifi"), null);
        await().untilAsserted(() -> assertThat(grants.running(iphone())).isEmpty());
    }

    /** Its time is over, and the command that takes it back waits to be sent. */
    private Command isBeingTakenBack() {
        asksFor(OFFICE_WIFI, 7);
        await().untilAsserted(() -> assertThat(grants.running(iphone())).hasSize(1));
        portal.holdSending();
        clock.pass(Duration.ofDays(7).plusMinutes(1));
        assertThat(takingBack.next(grants.of(requestOf()).orElseThrow().id())).isInstanceOf(TakingBack.Next.Done.class);
        return commands.ofDevice(ANNAS_IPHONE, 1).getFirst();
    }

    private RequestId requestOf() {
        return requests.of(people.person("anna")).getFirst().id();
    }

    /** As if it had come to that. */
    private void becomes(Command command, CommandState state, @Nullable String note) {
        transaction.executeWithoutResult(_ -> {
            watch.on(new Command.CommandStepped(
                    command.id(),
                    command.request(),
                    command.subject().key(),
                    command.device(),
                    command.by(),
                    command.action().kind(),
                    command.placedAt(),
                    state,
                    note));
        });
    }

    private void asksFor(Action action, int days) {
        assertThat(grants.ask(people.actor("anna"), iphone(), action, null, days))
                .isInstanceOf(Asked.OnItsWay.class);
    }

    private Subject iphone() {
        return new Subject.OfDevice(fleet.readNow(ANNAS_IPHONE).orElseThrow());
    }

    private List<String> tags() {
        return fleet.readNow(ANNAS_IPHONE).orElseThrow().tags();
    }

    private List<Message.What> whats() {
        return whats("anna");
    }

    private List<Message.What> whats(String username) {
        return messages.of(people.person(username), 20).stream()
                .map(Message::what)
                .toList();
    }
}
