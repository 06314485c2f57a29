package se.handtag.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNAS_IPHONE;
import static se.handtag.PortalDevices.BOS_IPHONE;
import static se.handtag.PortalDevices.JOURNAL;
import static se.handtag.PortalDevices.NO_DEVICE;
import static se.handtag.PortalDevices.TEAMS;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.handtag.PortalClock;
import se.handtag.PortalDevices;
import se.handtag.PortalMdm;
import se.handtag.PortalReads;
import se.handtag.PortalState;
import se.handtag.PortalTest;
import se.handtag.audit.AuditKind;
import se.handtag.identity.Role;
import se.handtag.identity.SamplePeople;
import se.handtag.mdm.DeviceId;
import se.handtag.policy.Action;

@PortalTest
class AskingTest {
    @Autowired
    Requests requests;

    @Autowired
    JdbcClient database;

    @Autowired
    RequestSettings settings;

    @Autowired
    PortalClock clock;

    @Autowired
    Desk desk;

    @Autowired
    SamplePeople people;

    @Autowired
    PortalMdm mdm;

    @Autowired
    PortalReads reads;

    @Autowired
    PortalState portal;

    @Test
    void an_app_that_needs_nobodys_yes_is_installed_at_once() {
        var command = desk.orders("anna", TEAMS, ANNAS_IPHONE);
        await().untilAsserted(() -> assertThat(desk.story(command)).contains("OUTCOME ACCEPTED"));
        assertThat(mdm.received(ANNAS_IPHONE)).containsExactly("installapp");
        mdm.tick();
        assertThat(mdm.journal(ANNAS_IPHONE)).anyMatch(line -> line.startsWith("done"));
    }

    @Test
    void a_wish_that_the_rules_deny_is_on_record_with_the_rules_and_reaches_no_device() {
        int before =
                desk.records(PortalDevices.ANNAS_MACBOOK, AuditKind.DECISION).size();
        assertThat(desk.asks("anna", new Action.Lock(), PortalDevices.ANNAS_MACBOOK))
                .isInstanceOf(Asked.Denied.class);
        assertThat(desk.records(PortalDevices.ANNAS_MACBOOK, AuditKind.DECISION))
                .hasSize(before + 1)
                .last()
                .satisfies(record -> {
                    assertThat(record.outcome()).isEqualTo("denied");
                    assertThat(record.rules()).containsExactly("mac-lock-needs-pin");
                    assertThat(record.actor()).isEqualTo("Anna Åkesson");
                    assertThat(record.sourceAddress()).isEqualTo(SamplePeople.ADDRESS);
                });
        assertThat(requests.of(people.person("anna"))).isEmpty();
        assertThat(mdm.received(PortalDevices.ANNAS_MACBOOK)).isEmpty();
    }

    @Test
    void anothers_device_and_none_are_told_apart_neither_by_the_answer_nor_by_what_the_mdm_is_asked() {
        for (Action action : List.of(new Action.Wipe(), new Action.Lock(), TEAMS)) {
            assertThat(questionsFor(action, BOS_IPHONE))
                    .isEqualTo(questionsFor(action, NO_DEVICE))
                    .isNotEmpty();
        }
    }

    private List<String> questionsFor(Action action, DeviceId device) {
        requests.ask(people.actor("anna"), ANNAS_IPHONE, new Action.ClearPasscode(), null);
        reads.forget();
        assertThat(desk.asks("anna", action, device)).isEqualTo(new Asked.NoSuchDevice());
        // The tags of several devices are asked for side by side.
        return reads.asked().stream().sorted().toList();
    }

    @Test
    void who_has_lost_the_role_meanwhile_sends_nothing_by_it() {
        portal.holdSending();
        var command = desk.orders("sara", new Action.Refresh(), BOS_IPHONE);
        people.actor("sara", Role.EMPLOYEE);
        portal.resumeSending();
        await().untilAsserted(() -> assertThat(desk.story(command)).contains("COMMAND_STEP CANCELLED"));
        assertThat(mdm.received(BOS_IPHONE)).isEmpty();
    }

    @Test
    void who_asks_for_too_much_in_an_hour_waits_and_can_still_lock() {
        desk.orders("anna", new Action.Refresh(), ANNAS_IPHONE);
        database.sql("""
                        insert into requests.request
                        select (jsonb_populate_record(asked, jsonb_build_object('id', gen_random_uuid()))).*
                          from requests.request as asked, generate_series(2, :most)
                        """).param("most", settings.askedAnHour()).update();
        assertThat(desk.asks("anna", new Action.Message("Hello"), ANNAS_IPHONE)).isEqualTo(new Asked.TooMany());
        assertThat(desk.records(ANNAS_IPHONE, AuditKind.DECISION).getLast().outcome())
                .isEqualTo("too many");
        assertThat(desk.asks("anna", new Action.Lock(), ANNAS_IPHONE)).isInstanceOf(Asked.OnItsWay.class);
        assertThat(desk.asks("bo", new Action.Message("Hello"), BOS_IPHONE)).isInstanceOf(Asked.OnItsWay.class);
        clock.pass(Duration.ofHours(1).plusSeconds(1));
        assertThat(desk.asks("anna", new Action.Message("Hello"), ANNAS_IPHONE)).isInstanceOf(Asked.OnItsWay.class);
    }

    @Test
    void who_is_nobody_in_the_mdm_or_two_reaches_no_device() {
        for (String username : List.of("tomasz", "linnea", "yusuf")) {
            assertThat(desk.asks(username, new Action.Lock(), ANNAS_IPHONE)).isEqualTo(new Asked.NoSuchDevice());
        }
    }

    @Test
    void the_passcode_is_not_cleared_without_a_reason() {
        assertThat(requests.ask(people.actor("anna"), ANNAS_IPHONE, new Action.ClearPasscode(), "  "))
                .isEqualTo(new Asked.ReasonMissing());
    }

    @Test
    void what_waits_already_is_not_asked_for_twice() {
        RequestId first = desk.asksAndWaits("anna", JOURNAL, ANNAS_IPHONE);
        assertThat(desk.asks("anna", JOURNAL, ANNAS_IPHONE)).isEqualTo(new Asked.AskedAlready(first));
        desk.asksAndWaits("anna", new Action.Wipe(), ANNAS_IPHONE);
    }

    @Test
    void a_waiting_request_can_be_taken_back_by_who_asked_and_by_nobody_else() {
        RequestId request = desk.asksAndWaits("anna", new Action.Wipe(), ANNAS_IPHONE);
        assertThat(requests.withdraw(people.actor("bo"), request)).isFalse();
        assertThat(requests.withdraw(people.actor("sara"), request)).isFalse();
        assertThat(requests.withdraw(people.actor("anna"), request)).isTrue();
        assertThat(requests.withdraw(people.actor("anna"), request)).isFalse();
        assertThat(desk.story(request.value())).containsExactly("DECISION needs approval", "APPROVAL withdrawn");
        assertThat(desk.asks("anna", new Action.Wipe(), ANNAS_IPHONE)).isInstanceOf(Asked.Waiting.class);
    }

    @Test
    void a_request_is_seen_by_who_asked_who_may_decide_and_it_only() {
        RequestId request = desk.asksAndWaits("anna", new Action.Wipe(), ANNAS_IPHONE);
        for (String username : List.of("anna", "bo", "sara")) {
            assertThat(requests.find(people.person(username), request))
                    .as(username)
                    .isPresent();
        }
        for (String username : List.of("eva", "johan.oberg", "maja", "per-olof")) {
            assertThat(requests.find(people.person(username), request))
                    .as(username)
                    .isEmpty();
        }
    }
}
