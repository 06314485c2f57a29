package se.handtag.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNA;
import static se.handtag.PortalDevices.ANNAS_IPHONE;
import static se.handtag.PortalDevices.ANNAS_MACBOOK;
import static se.handtag.PortalDevices.ANNAS_TABLET;
import static se.handtag.PortalDevices.BO;
import static se.handtag.PortalDevices.BOS_IPHONE;
import static se.handtag.PortalDevices.NO_DEVICE;
import static se.handtag.PortalDevices.TEAMS;
import static se.handtag.recovery.LostReport.Ending.FOUND;
import static se.handtag.recovery.LostReport.Ending.REPLACED;
import static se.handtag.recovery.LostReport.Ending.WIPED;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.handtag.OneReading;
import se.handtag.PortalClock;
import se.handtag.PortalMdm;
import se.handtag.PortalReads;
import se.handtag.PortalState;
import se.handtag.PortalTest;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.audit.AuditRecord;
import se.handtag.audit.Receipts;
import se.handtag.commands.Command;
import se.handtag.commands.CommandId;
import se.handtag.commands.CommandState;
import se.handtag.commands.Holds;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.Role;
import se.handtag.identity.SamplePeople;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.UserId;
import se.handtag.policy.Action;
import se.handtag.policy.Decision;
import se.handtag.policy.LostDevices;
import se.handtag.policy.PortalRules;
import se.handtag.recovery.LostEndings.Ended;
import se.handtag.requests.Asked;
import se.handtag.requests.Desk;
import se.handtag.requests.RequestId;

@PortalTest
class LostReportsTest {
    private static final UserId SARA = new UserId(37);

    @Autowired
    LostDevices devices;

    @Autowired
    AuditLog log;

    @Autowired
    Receipts receipts;

    @Autowired
    private PortalReads reads;

    @Autowired
    LostReports lost;

    @Autowired
    MdmUsers users;

    @Autowired
    Desk desk;

    @Autowired
    LostEndings endings;

    @Autowired
    LostMessages messages;

    @Autowired
    LockRepeats repeats;

    @Autowired
    Holds holds;

    @Autowired
    PortalRules rules;

    @Autowired
    PortalState state;

    @Autowired
    PortalClock clock;

    @Autowired
    SamplePeople people;

    @Autowired
    PortalMdm mdm;

    @Autowired
    JdbcClient database;

    @Test
    void reporting_a_phone_lost_locks_it() {
        assertThat(lost.report(people.actor("anna"), ANNAS_IPHONE)).isInstanceOf(Reported.Locking.class);
        await().untilAsserted(() -> assertThat(mdm.received(ANNAS_IPHONE)).containsExactly("lockdevice"));
        mdm.tick();
        assertThat(mdm.device(ANNAS_IPHONE).path("locked").asBoolean()).isTrue();
        assertThat(lost.open()).extracting(LostReport::device).containsExactly(ANNAS_IPHONE);
    }

    @Test
    void for_anothers_device_and_for_none_the_mdm_is_asked_the_same() {
        var none = new DeviceId(UUID.fromString("00000000-0000-4000-8000-000000000000"));
        lost.report(people.actor("anna"), none);
        reads.forget();
        assertThat(lost.report(people.actor("anna"), BOS_IPHONE)).isInstanceOf(Reported.NoSuchDevice.class);
        List<String> asked = reads.asked();
        reads.forget();
        assertThat(lost.report(people.actor("anna"), none)).isInstanceOf(Reported.NoSuchDevice.class);
        assertThat(reads.asked())
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(asked.stream()
                        .map(call -> call.replace(BOS_IPHONE.toString(), none.toString()))
                        .toList());
    }

    @Test
    void the_report_stands_and_the_lock_waits_when_the_mdm_is_away() {
        desk.asks("anna", TEAMS, ANNAS_MACBOOK);
        mdm.fault("error", "GET", "");
        assertThat(lost.report(people.actor("anna"), ANNAS_IPHONE)).isInstanceOf(Reported.Locking.class);
        mdm.noFaults();
        await().untilAsserted(() -> assertThat(mdm.received(ANNAS_IPHONE)).containsExactly("lockdevice"));
    }

    @Test
    void a_lost_phone_keeps_its_passcode_and_gets_no_apps() {
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        assertThat(denied("anna", new Action.ClearPasscode()).ruleIds()).containsExactly("lost-keeps-its-passcode");
        assertThat(denied("sara", new Action.ClearPasscode()).ruleIds()).containsExactly("lost-keeps-its-passcode");
        assertThat(denied("anna", TEAMS).ruleIds()).containsExactly("lost-gets-no-apps");
    }

    private Decision denied(String username, Action action) {
        Asked asked = desk.asks(username, action, ANNAS_IPHONE);
        assertThat(asked).isInstanceOf(Asked.Denied.class);
        return ((Asked.Denied) asked).decision();
    }

    @Test
    void a_page_that_asked_which_devices_are_lost_knows_it_of_each() {
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        OneReading.of(() -> {
            assertThat(lost.about(List.of(ANNAS_IPHONE, BOS_IPHONE))).containsOnlyKeys(ANNAS_IPHONE);
            lost.report(people.actor("bo"), BOS_IPHONE);
            assertThat(devices.isLost(ANNAS_IPHONE)).isTrue();
            assertThat(devices.isLost(BOS_IPHONE)).as("as the page began").isFalse();
        });
        assertThat(devices.isLost(BOS_IPHONE)).isTrue();
    }

    @Test
    void nobody_lifts_a_report_without_a_second_person_or_a_fresh_sign_in() {
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        people.signIn("anna");
        assertThat(endings.end(people.actor("anna"), ANNAS_IPHONE, FOUND)).isEqualTo(Ended.SIGN_IN_ANEW);
        for (String username : new String[] {"bo", "per-olof"}) {
            people.signInFresh(username);
            assertThat(endings.end(people.actor(username), ANNAS_IPHONE, FOUND)).isEqualTo(Ended.NOT_YOURS);
            assertThat(log.find(AuditQuery.EVERYTHING, Long.MAX_VALUE, 1))
                    .extracting(AuditRecord::action, AuditRecord::outcome)
                    .containsExactly(tuple("lift-lost", "no such device"));
        }
        assertThat(lost.about(ANNAS_IPHONE)).isPresent();
        assertThat(endings.end(people.actor("sara"), ANNAS_IPHONE, FOUND)).isEqualTo(Ended.YES);
        assertThat(lost.about(ANNAS_IPHONE)).isEmpty();
        assertThat(endings.end(people.actor("sara"), ANNAS_IPHONE, FOUND)).isEqualTo(Ended.NOT_LOST);
        assertThat(desk.asks("anna", new Action.ClearPasscode(), ANNAS_IPHONE)).isInstanceOf(Asked.Waiting.class);
    }

    @Test
    void its_owner_lifts_the_report_after_a_fresh_sign_in_that_serves_once() {
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        lost.report(people.actor("anna"), ANNAS_TABLET);
        people.signInFresh("anna");
        assertThat(endings.end(people.actor("anna"), ANNAS_IPHONE, REPLACED)).isEqualTo(Ended.NOT_YOURS);
        assertThat(endings.end(people.actor("anna"), ANNAS_IPHONE, FOUND)).isEqualTo(Ended.YES);
        assertThat(endings.end(people.actor("anna"), ANNAS_TABLET, FOUND)).isEqualTo(Ended.SIGN_IN_ANEW);
    }

    @Test
    void of_it_too_nobody_alone_lifts_their_own_report() {
        lost.report(people.actor("sara"), ANNAS_IPHONE);
        assertThat(endings.end(people.actor("sara"), ANNAS_IPHONE, REPLACED)).isEqualTo(Ended.SIGN_IN_ANEW);
        assertThat(endings.end(people.actor("maja"), ANNAS_IPHONE, WIPED)).isEqualTo(Ended.YES);
        assertThat(desk.records(ANNAS_IPHONE, AuditKind.LOST).getLast().outcome())
                .isEqualTo("wiped");
    }

    @Test
    void of_it_too_an_owner_lifts_no_report_that_somebody_else_made_without_proof() {
        mdm.give(ANNAS_IPHONE, SARA);
        lost.report(people.actor("maja"), ANNAS_IPHONE);
        people.signIn("sara");
        assertThat(endings.end(people.actor("sara"), ANNAS_IPHONE, FOUND)).isEqualTo(Ended.SIGN_IN_ANEW);
        assertThat(lost.about(ANNAS_IPHONE)).isPresent();
        people.signInFresh("sara");
        assertThat(endings.end(people.actor("sara"), ANNAS_IPHONE, FOUND)).isEqualTo(Ended.YES);
    }

    @Test
    void another_account_of_who_reported_it_is_no_second_person() {
        lost.report(people.actor("sara"), ANNAS_IPHONE);
        var other = people.otherAccount("sara", Role.EMPLOYEE, Role.IT);
        assertThat(endings.end(other, ANNAS_IPHONE, FOUND)).isEqualTo(Ended.SIGN_IN_ANEW);
    }

    @Test
    void it_lifts_a_report_while_the_mdm_is_away() {
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        mdm.fault("error", "GET", "");
        assertThat(endings.end(people.actor("sara"), ANNAS_IPHONE, FOUND)).isEqualTo(Ended.YES);
        assertThat(receipts.concerning(people.person("anna").id(), "user/" + ANNA, Long.MAX_VALUE, 1))
                .as("the owner takes out a receipt of it")
                .singleElement()
                .satisfies(record -> assertThat(record.action()).isEqualTo("lift-lost"));
    }

    @Test
    void reporting_ends_the_owners_other_sessions() {
        var phone = people.session("anna");
        var bos = people.session("bo");
        var desk = people.session("anna");
        people.signInWith(desk);
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        assertThat(people.isEnded(phone)).isTrue();
        assertThat(people.isEnded(bos)).isFalse();
        assertThat(people.isEnded(desk)).as("the one in which she reports it").isFalse();
        people.signIn("sara");
        lost.report(people.actor("sara"), BOS_IPHONE);
        await("reported by somebody else").until(() -> people.isEnded(bos));
    }

    @Test
    void reporting_it_once_more_ends_the_session_of_whoever_reported_it_first() {
        var thief = people.session("anna");
        people.signInWith(thief);
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        assertThat(people.isEnded(thief)).isFalse();
        people.signInWith(people.session("anna"));
        assertThat(lost.report(people.actor("anna"), ANNAS_IPHONE)).isInstanceOf(Reported.ReportedBefore.class);
        assertThat(people.isEnded(thief)).isTrue();
        var another = people.session("anna");
        people.signIn("sara");
        lost.report(people.actor("sara"), ANNAS_IPHONE);
        await("reported by somebody else").until(() -> people.isEnded(another));
    }

    @Test
    void a_report_by_it_that_is_cut_off_still_ends_the_owners_sessions() {
        var bos = people.session("bo");
        people.signIn("sara");
        state.holdSending();
        database.sql("alter table identity.sessions_end add constraint refused check (false) not valid")
                .update();
        try {
            assertThat(lost.report(people.actor("sara"), BOS_IPHONE)).isInstanceOf(Reported.Locking.class);
        } finally {
            database.sql("alter table identity.sessions_end drop constraint refused")
                    .update();
        }
        state.resumeSending();
        await().until(() -> people.isEnded(bos));
    }

    @Test
    void passcode_clears_that_were_not_sent_are_cancelled() {
        state.holdSending();
        var clear = desk.ordersWithApproval("anna", new Action.ClearPasscode(), ANNAS_IPHONE, "bo");
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        assertThat(desk.commandOf(new RequestId(Objects.requireNonNull(clear.request())))
                        .state())
                .isEqualTo(CommandState.CANCELLED);
        state.resumeSending();
        await().untilAsserted(() -> assertThat(mdm.received(ANNAS_IPHONE)).containsExactly("lockdevice"));
        assertThat(lost.mayStillHappen(ANNAS_IPHONE)).isEmpty();
    }

    @Test
    void passcode_clears_that_the_mdm_has_may_still_happen() {
        mdm.offline(ANNAS_IPHONE);
        var clear = desk.ordersWithApproval("anna", new Action.ClearPasscode(), ANNAS_IPHONE, "bo");
        await().untilAsserted(() -> assertThat(mdm.received(ANNAS_IPHONE)).containsExactly("clearpasscode"));
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        assertThat(lost.mayStillHappen(ANNAS_IPHONE)).extracting(Command::id).containsExactly(clear.id());
    }

    @Test
    void a_message_says_whom_to_call_once() {
        var anna = people.actor("anna");
        assertThat(messages.show(anna, ANNAS_IPHONE, "Call 031")).as("not lost").isFalse();
        lost.report(anna, ANNAS_IPHONE);
        assertThat(messages.show(people.actor("bo"), ANNAS_IPHONE, "Mine")).isFalse();
        assertThat(messages.show(anna, ANNAS_IPHONE, "Call 031")).isTrue();
        assertThat(messages.show(anna, ANNAS_IPHONE, "Call 032")).isFalse();
        await().untilAsserted(
                        () -> assertThat(mdm.received(ANNAS_IPHONE)).containsExactly("lockdevice", "sendmessage"));
    }

    @Test
    void the_lock_is_repeated_at_each_new_contact_but_not_for_ever() {
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        await().untilAsserted(() -> assertThat(mdm.received(ANNAS_IPHONE)).hasSize(1));
        repeats.look();
        assertThat(lost.about(ANNAS_IPHONE).orElseThrow().repeats())
                .as("no contact since")
                .isZero();
        for (int contact = 1; contact <= 12; contact++) {
            int locks = Math.min(contact, 10) + 1;
            mdm.tick();
            clock.pass(Duration.ofDays(4));
            repeats.look();
            repeats.look();
            await().untilAsserted(() -> assertThat(mdm.received(ANNAS_IPHONE)).hasSize(locks));
        }
        assertThat(lost.about(ANNAS_IPHONE).orElseThrow().repeats()).isEqualTo(10);
        assertThat(mdm.received(ANNAS_IPHONE)).containsOnly("lockdevice");
    }

    @Test
    void a_lost_phone_that_changes_hands_is_still_locked_at_contact() {
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        await().untilAsserted(() -> assertThat(mdm.received(ANNAS_IPHONE)).hasSize(1));
        mdm.give(ANNAS_IPHONE, BO);
        mdm.tick();
        repeats.look();
        await().untilAsserted(() -> assertThat(mdm.received(ANNAS_IPHONE)).hasSize(2));
        assertThat(desk.records(ANNAS_IPHONE, AuditKind.DECISION).getLast().outcome())
                .isEqualTo("allowed");
    }

    @Test
    void that_the_rules_allow_no_lock_is_on_record_once_and_not_at_each_contact() {
        lost.report(people.actor("anna"), ANNAS_MACBOOK);
        int decisions = desk.records(ANNAS_MACBOOK, AuditKind.DECISION).size();
        for (int contact = 1; contact <= 3; contact++) {
            mdm.tick();
            clock.pass(Duration.ofDays(1));
            repeats.look();
        }
        assertThat(desk.records(ANNAS_MACBOOK, AuditKind.DECISION)).hasSize(decisions);
    }

    @Test
    void a_lock_that_the_rules_denied_at_first_follows_once_they_allow_it() {
        publishThatNothingLocks();
        assertThat(lost.report(people.actor("anna"), ANNAS_IPHONE)).isInstanceOf(Reported.NoLock.class);
        database.sql("delete from policy.version where number > 1").update();
        repeats.look();
        assertThat(lost.about(ANNAS_IPHONE).orElseThrow().lock()).isNull();
        clock.pass(Duration.ofMinutes(6));
        repeats.look();
        assertThat(lost.about(ANNAS_IPHONE).orElseThrow().lock())
                .as("without a contact")
                .isNotNull();
        await().untilAsserted(() -> assertThat(mdm.received(ANNAS_IPHONE)).containsExactly("lockdevice"));
    }

    private void publishThatNothingLocks() {
        rules.add(people.actor("sara"), """
                - id: no-locks-today
                  effect: deny
                  actions: [lock]
                  when: actor.is_owner
                  because: {en: Not today., sv: Inte i dag.}
                """);
    }

    @Test
    void a_lock_that_came_to_nothing_is_ordered_again_without_a_contact_but_not_for_ever() {
        state.holdSending();
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        for (int time = 1; time <= 12; time++) {
            var before = callOffLock();
            repeats.look();
            assertThat(lock()).as("at once").isEqualTo(before);
            clock.pass(Duration.ofDays(4));
            repeats.look();
            assertThat(lock().equals(before)).as("time " + time).isEqualTo(time > 10);
        }
    }

    @Test
    void pressing_lost_again_orders_a_lock_at_once_where_nothing_has_locked_it() {
        state.holdSending();
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        var before = callOffLock();
        assertThat(lost.report(people.actor("anna"), ANNAS_IPHONE)).isInstanceOf(Reported.Locking.class);
        assertThat(lock()).isNotEqualTo(before);
        assertThat(desk.records(ANNAS_IPHONE, AuditKind.LOST).getLast().action())
                .isEqualTo("repeat-lock");
    }

    private CommandId callOffLock() {
        var lock = lock();
        holds.callOff(people.actor("sara"), lock);
        return lock;
    }

    private CommandId lock() {
        return Objects.requireNonNull(lost.about(ANNAS_IPHONE).orElseThrow().lock());
    }

    @Test
    void a_report_that_breaks_keeps_no_other_phone_from_being_locked_again() {
        lost.report(people.actor("anna"), ANNAS_TABLET);
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        await().untilAsserted(() -> assertThat(mdm.received(ANNAS_IPHONE)).hasSize(1));
        database.sql("update recovery.lost_report set repeats = -1 where device = :device")
                .param("device", ANNAS_TABLET.value())
                .update();
        mdm.tick();
        repeats.look();
        await().untilAsserted(() -> assertThat(mdm.received(ANNAS_IPHONE)).hasSize(2));
    }

    @Test
    void a_report_stands_while_the_mdm_takes_its_time_over_the_lock() throws Exception {
        mdm.fault("delay", "GET", "/users/4");
        try (var threads = Executors.newSingleThreadExecutor()) {
            var reporting = threads.submit(() -> lost.report(people.actor("anna"), ANNAS_IPHONE));
            await().until(() -> lost.about(ANNAS_IPHONE).isPresent());
            assertThat(reporting.isDone()).isFalse();
            assertThat(lost.about(ANNAS_IPHONE).orElseThrow().lock()).isNull();
            assertThat(reporting.get()).isInstanceOf(Reported.Locking.class);
        }
    }

    @Test
    void a_report_whose_lock_was_cut_off_gets_it_later() {
        state.holdSending();
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        database.sql("update recovery.lost_report set lock_command = null, last_lock_at = null")
                .update();
        repeats.look();
        assertThat(lost.about(ANNAS_IPHONE).orElseThrow().lock())
                .as("it may still be under way")
                .isNull();
        clock.pass(Duration.ofMinutes(3));
        repeats.look();
        assertThat(lost.about(ANNAS_IPHONE).orElseThrow().lock()).isNotNull();
    }

    @Test
    void reporting_ends_the_sessions_of_the_owners_other_accounts() {
        UUID other = database.sql("insert into identity.person (id, issuer, subject, name, addresses, first_seen,"
                        + " last_signed_in) values (gen_random_uuid(), 'test', gen_random_uuid()::text, 'Anna',"
                        + " array['anna.akesson@fjallrav.example'], now(), now()) returning id")
                .query(UUID.class)
                .single();
        int ended;
        try {
            people.signIn("anna");
            lost.report(people.actor("anna"), ANNAS_IPHONE);
            ended = ends(other);
        } finally {
            // The row stays, for an end of sessions names it.
            database.sql("update identity.person set addresses = '{}' where id = :other")
                    .param("other", other)
                    .update();
        }
        assertThat(ended).isOne();
    }

    @Test
    void reporting_ends_the_sessions_of_accounts_that_were_taken_for_the_owner_by_another_claim() {
        users.match(people.person("anna"));
        UUID other = database.sql("insert into identity.person (id, issuer, subject, name, addresses, first_seen,"
                        + " last_signed_in) values (gen_random_uuid(), 'test', gen_random_uuid()::text, 'Anna',"
                        + " '{}', now(), now()) returning id")
                .query(UUID.class)
                .single();
        database.sql("insert into devices.picture select :key, body, read_at from devices.picture where key = :annas")
                .param("key", "person/" + other)
                .param("annas", "person/" + people.person("anna").id())
                .update();
        people.signIn("anna");
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        assertThat(ends(other)).as("reported by herself").isOne();
        endings.end(people.actor("sara"), ANNAS_IPHONE, FOUND);
        people.signIn("sara");
        lost.report(people.actor("sara"), ANNAS_IPHONE);
        await("reported by IT").until(() -> ends(other) == 2);
    }

    private int ends(UUID person) {
        return database.sql("select count(*) from identity.sessions_end where person = :person")
                .param("person", person)
                .query(Integer.class)
                .single();
    }

    @Test
    void a_phone_that_is_found_is_not_locked_again() {
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        await().untilAsserted(() -> assertThat(mdm.received(ANNAS_IPHONE)).hasSize(1));
        endings.end(people.actor("sara"), ANNAS_IPHONE, FOUND);
        mdm.tick();
        repeats.look();
        assertThat(lost.about(ANNAS_IPHONE)).isEmpty();
    }

    @Test
    void a_mac_is_reported_lost_though_it_cannot_be_locked() {
        assertThat(lost.report(people.actor("anna"), ANNAS_MACBOOK)).isInstanceOf(Reported.NoLock.class);
        assertThat(lost.about(ANNAS_MACBOOK)).isPresent();
        assertThat(mdm.received(ANNAS_MACBOOK)).isEmpty();
    }

    @Test
    void a_second_report_changes_nothing() {
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        assertThat(lost.report(people.actor("anna"), ANNAS_IPHONE)).isInstanceOf(Reported.ReportedBefore.class);
        assertThat(lost.open()).hasSize(1);
    }

    @Test
    void anothers_phone_is_as_unknown_as_one_that_does_not_exist() {
        assertThat(lost.report(people.actor("anna"), BOS_IPHONE)).isEqualTo(new Reported.NoSuchDevice());
        assertThat(lost.report(people.actor("anna"), NO_DEVICE)).isEqualTo(new Reported.NoSuchDevice());
    }
}
