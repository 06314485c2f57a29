package se.handtag.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNAS_IPHONE;
import static se.handtag.PortalDevices.ANNAS_TABLET;
import static se.handtag.PortalDevices.BO;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import com.github.kagkarlsson.scheduler.boot.config.startup.ContextReadyStart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.PortalClock;
import se.handtag.PortalMdm;
import se.handtag.PortalState;
import se.handtag.PortalTest;
import se.handtag.identity.SamplePeople;
import se.handtag.policy.Action;
import se.handtag.recovery.LostReports;
import se.handtag.requests.Desk;

/** From an order to its end, step by step, with the trial MDM's journal as the witness. */
@PortalTest
class DeliveryTest {
    @Autowired
    Delivery delivery;

    @Autowired
    DbSchedulerStarter starter;

    @Autowired
    Queue queue;

    @Autowired
    CommandSteps steps;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Commands commands;

    @Autowired
    StopSwitch stop;

    @Autowired
    PendingErasures erasures;

    @Autowired
    LostReports lost;

    @Autowired
    Desk desk;

    @Autowired
    SamplePeople people;

    @Autowired
    PortalMdm mdm;

    @Autowired
    PortalState portal;

    @Autowired
    PortalClock clock;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void by_hand() {
        portal.holdSending();
    }

    private Command lock() {
        return desk.orders("anna", new Action.Lock(), ANNAS_IPHONE);
    }

    /** A wipe whose time to be called off is over. */
    private Command wipe() {
        Command wipe = desk.ordersWithApproval("anna", new Action.Wipe(), ANNAS_IPHONE, "bo");
        assertThat(afterNext(wipe)).isEqualTo(CommandState.HELD);
        commands.ofDevice(ANNAS_IPHONE, 9).stream()
                .filter(command -> command.action() instanceof Action.Lock)
                .forEach(lock -> delivery.next(lock.id()));
        clock.pass(Duration.ofMinutes(15));
        assertThat(afterNext(wipe)).isEqualTo(CommandState.DUE);
        return now(wipe);
    }

    private Command clearPasscode() {
        return desk.ordersWithApproval("anna", new Action.ClearPasscode(), ANNAS_IPHONE, "bo");
    }

    private Command now(Command command) {
        return commands.find(command.id()).orElseThrow();
    }

    private CommandState afterNext(Command command) {
        delivery.next(command.id());
        return now(command).state();
    }

    @Test
    void a_device_that_has_changed_hands_since_the_approval_is_left_alone() {
        Command wipe = wipe();
        mdm.give(ANNAS_IPHONE, BO);
        assertThat(afterNext(wipe)).isEqualTo(CommandState.CANCELLED);
        assertThat(now(wipe).steps().getLast().note()).isEqualTo("owner-changed");
        assertThat(mdm.received(ANNAS_IPHONE)).containsExactly("lockdevice");
        assertThat(desk.story(wipe)).endsWith("COMMAND_STEP CANCELLED");
    }

    @Test
    void a_passcode_that_was_to_be_cleared_stays_when_the_phone_is_lost_before_sending() {
        Command clear = clearPasscode();
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        assertThat(afterNext(clear)).isEqualTo(CommandState.CANCELLED);
        assertThat(now(clear).steps().getLast().note()).isEqualTo("lost");
        assertThat(mdm.received(ANNAS_IPHONE)).isEmpty();
    }

    @Test
    void while_the_mdm_is_away_a_command_stays_due_says_so_once_and_is_sent_when_it_is_back() {
        Command lock = lock();
        mdm.fault("error", "GET", "/devices/");
        assertThat(afterNext(lock)).isEqualTo(CommandState.DUE);
        assertThat(afterNext(lock)).isEqualTo(CommandState.DUE);
        assertThat(now(lock).steps()).extracting(Step::note).containsExactly(null, "mdm-away");
        assertThat(desk.story(lock)).containsExactly("COMMAND_STEP DUE");
        mdm.noFaults();
        assertThat(afterNext(lock)).isEqualTo(CommandState.ACCEPTED);
        assertThat(mdm.received(ANNAS_IPHONE)).containsExactly("lockdevice");
    }

    @Test
    void what_waits_for_the_mdm_is_sent_by_itself_when_it_is_back() {
        mdm.fault("error", "GET", "/devices/");
        Command lock = lock();
        portal.resumeSending();
        await().untilAsserted(() ->
                assertThat(now(lock).steps()).extracting(Step::note).contains("mdm-away"));
        mdm.noFaults();
        await().untilAsserted(() -> assertThat(mdm.received(ANNAS_IPHONE)).containsExactly("lockdevice"));
    }

    @Test
    void a_lock_whose_answer_is_lost_is_sent_again() {
        Command lock = lock();
        mdm.fault("lost", "POST", "lockdevice");
        assertThat(afterNext(lock)).isEqualTo(CommandState.DUE);
        mdm.noFaults();
        assertThat(afterNext(lock)).isEqualTo(CommandState.ACCEPTED);
        assertThat(mdm.received(ANNAS_IPHONE)).containsExactly("lockdevice", "lockdevice");
        assertThat(desk.story(lock))
                .containsExactly("INTENT sending", "OUTCOME unknown, sent again", "INTENT sending", "OUTCOME ACCEPTED");
    }

    @Test
    void a_lock_is_not_sent_again_for_ever() {
        Command lock = lock();
        mdm.fault("lost", "POST", "lockdevice");
        for (int attempt = 1; attempt < 6; attempt++) {
            assertThat(afterNext(lock)).isEqualTo(CommandState.DUE);
        }
        assertThat(afterNext(lock)).isEqualTo(CommandState.UNKNOWN);
        assertThat(mdm.received(ANNAS_IPHONE)).hasSize(6);
    }

    @Test
    void what_was_certainly_not_done_does_not_count_against_how_often_a_lock_is_tried() {
        Command lock = lock();
        mdm.fault("throttle", "POST", "lockdevice");
        for (int attempt = 1; attempt <= 8; attempt++) {
            assertThat(afterNext(lock)).isEqualTo(CommandState.DUE);
        }
        mdm.noFaults();
        mdm.fault("lost", "POST", "lockdevice");
        assertThat(afterNext(lock)).isEqualTo(CommandState.DUE);
        mdm.noFaults();
        assertThat(afterNext(lock)).isEqualTo(CommandState.ACCEPTED);
        assertThat(mdm.received(ANNAS_IPHONE)).containsExactly("lockdevice", "lockdevice");
    }

    @Test
    void a_lock_whose_answers_are_lost_is_tried_ever_more_seldom() {
        Command lock = lock();
        mdm.fault("lost", "POST", "lockdevice");
        for (int seconds : new int[] {2, 8, 32, 128, 512}) {
            Instant before = clock.instant();
            assertThat(delivery.next(lock.id()))
                    .isInstanceOfSatisfying(
                            Delivery.Next.Again.class,
                            again -> assertThat(again.at()).isAfterOrEqualTo(before.plusSeconds(seconds)));
        }
        assertThat(delivery.next(lock.id())).isEqualTo(new Delivery.Next.Done());
    }

    @Test
    void a_passcode_clear_that_was_tried_in_vain_is_cancelled_when_the_phone_is_lost() {
        Command clear = clearPasscode();
        mdm.fault("throttle", "POST", "clearpasscode");
        assertThat(afterNext(clear)).isEqualTo(CommandState.DUE);
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        assertThat(now(clear).state()).isEqualTo(CommandState.CANCELLED);
        mdm.noFaults();
        assertThat(mdm.received(ANNAS_IPHONE)).isEmpty();
    }

    @Test
    void what_was_called_off_meanwhile_is_not_said_to_wait() {
        Command wipe = wipe();
        transaction.executeWithoutResult(_ -> commands.callOff(Objects.requireNonNull(wipe.request()), "called-off"));
        steps.waiting(wipe, "mdm-away");
        assertThat(now(wipe).steps().getLast().state()).isEqualTo(CommandState.CANCELLED);
    }

    @Test
    void a_wipe_whose_answer_is_lost_waits_for_it_and_is_never_sent_twice() {
        Command wipe = wipe();
        mdm.fault("lost", "POST", "wipedevice");
        assertThat(afterNext(wipe)).isEqualTo(CommandState.UNKNOWN);
        assertThat(now(wipe).steps().getLast().note())
                .as("nothing that promises it will be sent")
                .isEqualTo("answer-lost");
        mdm.noFaults();
        assertThat(afterNext(wipe)).isEqualTo(CommandState.UNKNOWN);
        assertThat(mdm.received(ANNAS_IPHONE)).containsExactly("lockdevice", "wipedevice");
        assertThat(commands.unknown()).extracting(Command::id).containsExactly(wipe.id());

        for (String username : new String[] {"anna", "bo", "maja", "per-olof"}) {
            assertThatThrownBy(() -> commands.settle(people.actor(username), wipe.id(), true, "Gissar"))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThat(commands.settle(people.actor("sara"), wipe.id(), true, "Den startade om"))
                .isTrue();
        assertThat(commands.settle(people.actor("daniel"), wipe.id(), false, "Nej"))
                .isFalse();
        assertThat(now(wipe).state()).isEqualTo(CommandState.SETTLED_DONE);
        assertThat(commands.unknown()).isEmpty();
        assertThat(desk.story(wipe)).endsWith("INTENT sending", "OUTCOME UNKNOWN", "SETTLED done");
    }

    @Test
    void a_lock_that_was_cut_off_in_the_middle_is_sent_again() {
        Command lock = lock();
        cutOff(lock);
        assertThat(afterNext(lock)).isEqualTo(CommandState.DUE);
        assertThat(afterNext(lock)).isEqualTo(CommandState.ACCEPTED);
        assertThat(mdm.received(ANNAS_IPHONE)).containsExactly("lockdevice");
    }

    @Test
    void a_wipe_that_was_cut_off_in_the_middle_is_unknown_and_not_sent() {
        Command wipe = wipe();
        cutOff(wipe);
        assertThat(afterNext(wipe)).isEqualTo(CommandState.UNKNOWN);
        assertThat(afterNext(wipe)).isEqualTo(CommandState.UNKNOWN);
        assertThat(mdm.received(ANNAS_IPHONE)).containsExactly("lockdevice");
    }

    @Test
    void a_command_whose_answer_comes_while_it_is_taken_to_be_cut_off_is_followed_all_the_same() {
        Command wipe = wipe();
        cutOff(wipe);
        var other = new CompletableFuture<Delivery.Next>();
        // A node that was held to be dead has its answer, and the one that takes over waits for it to commit.
        transaction.executeWithoutResult(_ -> {
            steps.answered(now(wipe), CommandState.ACCEPTED, null, null);
            other.completeAsync(() -> delivery.next(wipe.id()), Thread::startVirtualThread);
            await().until(this::somebodyWaitsForALock);
        });
        assertThat(other.join()).isInstanceOf(Delivery.Next.Again.class);
        assertThat(now(wipe).state()).isEqualTo(CommandState.ACCEPTED);
    }

    private boolean somebodyWaitsForALock() {
        return database.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    private void cutOff(Command command) {
        database.sql("update commands.command set state = 'SENDING', attempts = 1, sent_at = now() where id = :id")
                .param("id", command.id().value())
                .update();
    }

    @Test
    void the_intent_is_on_record_whatever_becomes_of_the_call() {
        Command wipe = wipe();
        mdm.fault("reset", "POST", "wipedevice");
        delivery.next(wipe.id());
        assertThat(mdm.received(ANNAS_IPHONE)).containsExactly("lockdevice");
        assertThat(desk.story(wipe)).contains("INTENT sending");
    }

    @Test
    void without_a_record_of_the_intent_nothing_is_sent() {
        Command lock = lock();
        refusing(
                "INTENT",
                () -> assertThatThrownBy(() -> delivery.next(lock.id())).isInstanceOf(DataAccessException.class));
        assertThat(now(lock).state()).isEqualTo(CommandState.DUE);
        assertThat(mdm.received(ANNAS_IPHONE)).isEmpty();
        assertThat(afterNext(lock)).isEqualTo(CommandState.ACCEPTED);
    }

    @Test
    void a_wipe_whose_intent_gets_no_place_in_the_log_waits_for_it_and_is_not_called_unknown() {
        Command wipe = wipe();
        refusing("leaf", "number < 0", () -> assertThat(afterNext(wipe)).isEqualTo(CommandState.DUE));
        assertThat(now(wipe).steps().getLast().note()).isEqualTo("log-away");
        assertThat(mdm.received(ANNAS_IPHONE)).containsExactly("lockdevice");
        await().untilAsserted(() -> {
            delivery.next(wipe.id());
            assertThat(now(wipe).state()).isEqualTo(CommandState.ACCEPTED);
        });
        assertThat(mdm.received(ANNAS_IPHONE)).containsExactly("lockdevice", "wipedevice");
    }

    @Test
    void a_wipe_that_is_about_to_go_when_the_switch_is_turned_stays() {
        Command wipe = wipe();
        var other = new CompletableFuture<Delivery.Next>();
        transaction.executeWithoutResult(_ -> {
            // The intent is committed and waits for its place in the log.
            database.sql("lock table audit.leaf in exclusive mode").update();
            other.completeAsync(() -> delivery.next(wipe.id()), Thread::startVirtualThread);
            await().until(() -> now(wipe).state() == CommandState.SENDING);
            CompletableFuture.runAsync(
                            () -> stop.stop(people.actor("sara"), "Något är fel"), Thread::startVirtualThread)
                    .join();
        });
        assertThat(other.join()).isInstanceOf(Delivery.Next.Again.class);
        assertThat(now(wipe).state()).isEqualTo(CommandState.DUE);
        assertThat(now(wipe).steps().getLast().note()).isEqualTo("stopped");
        assertThat(mdm.received(ANNAS_IPHONE)).containsExactly("lockdevice");
    }

    @Test
    void a_wipe_whose_outcome_cannot_be_recorded_is_unknown_and_not_sent_twice() {
        Command wipe = wipe();
        refusing(
                "OUTCOME",
                () -> assertThatThrownBy(() -> delivery.next(wipe.id())).isInstanceOf(DataAccessException.class));
        assertThat(now(wipe).state()).isEqualTo(CommandState.SENDING);
        assertThat(afterNext(wipe)).isEqualTo(CommandState.UNKNOWN);
        assertThat(mdm.received(ANNAS_IPHONE)).containsExactly("lockdevice", "wipedevice");
    }

    private void refusing(String kind, Runnable body) {
        refusing("record", "kind <> '" + kind + "'", body);
    }

    private void refusing(String table, String unless, Runnable body) {
        database.sql("alter table audit." + table + " add constraint refused check (" + unless + ") not valid")
                .update();
        try {
            body.run();
        } finally {
            database.sql("alter table audit." + table + " drop constraint refused")
                    .update();
        }
    }

    @Test
    void a_refresh_ends_when_the_device_has_told_what_it_holds() {
        Command refresh = desk.orders("anna", new Action.Refresh(), ANNAS_IPHONE);
        assertThat(afterNext(refresh)).isEqualTo(CommandState.ACCEPTED);
        assertThat(afterNext(refresh)).isEqualTo(CommandState.ACCEPTED);
        mdm.tick();
        assertThat(afterNext(refresh)).isEqualTo(CommandState.EFFECT_SEEN);
    }

    @Test
    void contact_proves_no_lock_and_the_portal_says_so() {
        Command lock = lock();
        assertThat(afterNext(lock)).isEqualTo(CommandState.ACCEPTED);
        mdm.tick();
        assertThat(afterNext(lock)).isEqualTo(CommandState.CONTACT_SINCE);
        assertThat(afterNext(lock)).isEqualTo(CommandState.NOT_VERIFIABLE);
    }

    @Test
    void a_device_that_makes_no_contact_for_a_month_is_no_longer_waited_for() {
        Command lock = desk.orders("anna", new Action.Lock(), ANNAS_TABLET);
        assertThat(afterNext(lock)).isEqualTo(CommandState.ACCEPTED);
        mdm.tick();
        clock.pass(Duration.ofDays(29));
        assertThat(afterNext(lock)).isEqualTo(CommandState.ACCEPTED);
        clock.pass(Duration.ofDays(2));
        assertThat(afterNext(lock)).isEqualTo(CommandState.NOT_VERIFIABLE);
        assertThat(now(lock).steps().getLast().note()).isEqualTo("no-contact");
    }

    @Test
    void after_a_first_contact_that_comes_late_the_effect_is_waited_for_as_long_as_after_an_early_one() {
        Command wipe = wipe();
        assertThat(afterNext(wipe)).isEqualTo(CommandState.ACCEPTED);
        earlier(wipe, "30 hours");
        mdm.tick();
        assertThat(afterNext(wipe)).isEqualTo(CommandState.CONTACT_SINCE);
        assertThat(afterNext(wipe)).isEqualTo(CommandState.CONTACT_SINCE);
        clock.pass(Duration.ofHours(25));
        assertThat(afterNext(wipe)).isEqualTo(CommandState.NOT_VERIFIABLE);
    }

    @Test
    void what_a_device_tells_in_the_contact_in_which_it_is_erased_contradicts_nothing() {
        Command refresh = desk.orders("anna", new Action.Refresh(), ANNAS_IPHONE);
        Command wipe = wipedAfter(refresh);
        assertThat(afterNext(wipe)).isEqualTo(CommandState.CONTACT_SINCE);
        assertThat(afterNext(refresh)).as("it told what it held").isEqualTo(CommandState.EFFECT_SEEN);
    }

    @Test
    void a_device_that_still_tells_what_it_holds_long_after_it_was_to_be_erased_contradicts_it() {
        Command wipe = wipedAfter(desk.orders("anna", new Action.Refresh(), ANNAS_IPHONE));
        // As if its contact had been an hour before what it told.
        database.sql(
                        "update commands.step set detail = to_char((detail::timestamptz - interval '1 hour') at time zone 'UTC',"
                                + " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') where command = :id and state = 'CONTACT_SINCE'")
                .param("id", wipe.id().value())
                .update();
        assertThat(afterNext(wipe)).isEqualTo(CommandState.CONTRADICTED);
        assertThat(now(wipe).steps().getLast().note()).isEqualTo("still-reports");
    }

    /** Both wait for the device, which takes them at one contact. */
    private Command wipedAfter(Command refresh) {
        assertThat(afterNext(refresh)).isEqualTo(CommandState.ACCEPTED);
        Command wipe = wipe();
        assertThat(afterNext(wipe)).isEqualTo(CommandState.ACCEPTED);
        earlier(wipe, "1 hour");
        mdm.tick();
        assertThat(afterNext(wipe)).isEqualTo(CommandState.CONTACT_SINCE);
        return wipe;
    }

    private void earlier(Command command, String time) {
        for (String each : List.of(
                "update commands.command set sent_at = sent_at - cast(:time as interval) where id = :id",
                "update commands.step set at = at - cast(:time as interval) where command = :id")) {
            database.sql(each)
                    .param("time", time)
                    .param("id", command.id().value())
                    .update();
        }
    }

    @Test
    void what_cannot_be_read_for_a_month_is_no_longer_waited_for() {
        Command lock = lock();
        assertThat(afterNext(lock)).isEqualTo(CommandState.ACCEPTED);
        mdm.fault("error", "GET", "/devices/");
        clock.pass(Duration.ofDays(29));
        assertThat(afterNext(lock)).isEqualTo(CommandState.ACCEPTED);
        clock.pass(Duration.ofDays(2));
        assertThat(afterNext(lock)).isEqualTo(CommandState.NOT_VERIFIABLE);
        assertThat(now(lock).steps().getLast().note()).isEqualTo("not-readable");
    }

    @Test
    void a_wipe_that_it_says_was_done_awaits_the_first_contact_all_the_same() {
        Command wipe = wipe();
        mdm.fault("lost", "POST", "wipedevice");
        assertThat(afterNext(wipe)).isEqualTo(CommandState.UNKNOWN);
        mdm.noFaults();
        commands.settle(people.actor("sara"), wipe.id(), true, "MDM visar den som skickad");
        assertThat(erasures.awaitsContact(ANNAS_IPHONE)).isTrue();
        earlier(wipe, "1 hour");
        mdm.tick();
        clock.pass(Duration.ofMinutes(2));
        assertThat(erasures.awaitsContact(ANNAS_IPHONE)).isFalse();
    }

    @Test
    void what_is_left_over_is_not_taken_up_before_every_room_stands() {
        assertThat(starter).isInstanceOf(ContextReadyStart.class);
    }

    @Test
    void an_mdm_that_says_when_it_wants_to_be_asked_again_is_left_alone_until_then() {
        Command lock = lock();
        mdm.faultOnce("throttle", 300_000, "POST", "lockdevice");
        assertThat(delivery.next(lock.id()))
                .isInstanceOfSatisfying(
                        Delivery.Next.Again.class,
                        again -> assertThat(again.at())
                                .isAfterOrEqualTo(clock.instant().plusSeconds(299)));
        assertThat(now(lock).state()).isEqualTo(CommandState.DUE);
    }

    @Test
    void what_is_under_way_and_in_no_queue_is_entered_again() {
        Command lock = lock();
        assertThat(queue.enterForgotten()).isZero();
        database.sql("delete from commands.scheduled_tasks where task_instance = :id")
                .param("id", lock.id().toString())
                .update();
        assertThat(queue.enterForgotten()).isOne();
        portal.resumeSending();
        await().untilAsserted(() -> assertThat(now(lock).state()).isNotEqualTo(CommandState.DUE));
    }
}
