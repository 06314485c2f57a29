package se.handtag.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static se.handtag.PortalDevices.ANNAS_IPHONE;
import static se.handtag.PortalDevices.ANNAS_TABLET;
import static se.handtag.PortalDevices.BOS_IPHONE;
import static se.handtag.PortalDevices.TEAMS;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.handtag.PortalClock;
import se.handtag.PortalMdm;
import se.handtag.PortalState;
import se.handtag.PortalTest;
import se.handtag.grants.Grants;
import se.handtag.identity.SamplePeople;
import se.handtag.mdm.TagChange;
import se.handtag.policy.Action;
import se.handtag.policy.ActionKind;
import se.handtag.policy.Subject;
import se.handtag.recovery.LostReports;
import se.handtag.requests.Asked;
import se.handtag.requests.Desk;
import se.handtag.requests.ReachableDevices;
import se.handtag.requests.Request;
import se.handtag.requests.RequestId;
import se.handtag.requests.Requests;
import se.handtag.ui.words.Words;

/** What nobody can know is never told as known: neither that it was not sent, nor that it has reached the device. */
@PortalTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class DoubtTest {
    private static final Locale SWEDISH = Locale.of("sv");

    @Autowired
    Delivery delivery;

    @Autowired
    Commands commands;

    @Autowired
    CommandSteps steps;

    @Autowired
    CommandStore store;

    @Autowired
    Queue queue;

    @Autowired
    Unsent unsent;

    @Autowired
    PendingErasures erasures;

    @Autowired
    Holds holds;

    @Autowired
    Grants grants;

    @Autowired
    ReachableDevices reachable;

    @Autowired
    Requests requests;

    @Autowired
    LostReports lost;

    @Autowired
    Words words;

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

    private Command now(Command command) {
        return commands.find(command.id()).orElseThrow();
    }

    private CommandState afterNext(Command command) {
        delivery.next(command.id());
        return now(command).state();
    }

    private RequestId requestOf(Command command) {
        return new RequestId(Objects.requireNonNull(command.request()));
    }

    private String note(Command command, Locale locale) {
        return Objects.requireNonNull(words.note(now(command).steps().getLast(), locale));
    }

    private Command lock() {
        return desk.orders("anna", new Action.Lock(), ANNAS_IPHONE);
    }

    /** Sent once, and the answer was lost; it would be sent once more. */
    private Command unsure(Action action, String path) {
        Command command = desk.orders("anna", action, ANNAS_IPHONE);
        mdm.fault("lost", "POST", path);
        assertThat(afterNext(command)).isEqualTo(CommandState.DUE);
        mdm.noFaults();
        return now(command);
    }

    /** Its lock goes before everything else. */
    private void reportLost() {
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        commands.ofDevice(ANNAS_IPHONE, 9).stream()
                .filter(command -> command.action() instanceof Action.Lock)
                .forEach(lock -> delivery.next(lock.id()));
    }

    @Test
    void what_is_taken_back_after_its_answer_was_lost_may_have_come_to_pass() {
        Command lock = unsure(new Action.Lock(), "lockdevice");
        assertThat(requests.withdraw(people.actor("anna"), requestOf(lock))).isTrue();
        assertThat(requests.find(people.person("anna"), requestOf(lock))
                        .orElseThrow()
                        .state())
                .isEqualTo(Request.State.WITHDRAWN);
        assertThat(afterNext(lock)).isEqualTo(CommandState.UNKNOWN);
        assertThat(note(lock, Locale.ENGLISH))
                .isEqualTo("It was sent before and no answer came, so it may have arrived all the same."
                        + " It is not sent once more. Somebody took it back.");
        assertThat(note(lock, SWEDISH)).endsWith("Det skickas inte igen. Någon tog tillbaka det.");
        assertThat(mdm.received(ANNAS_IPHONE)).containsExactly("lockdevice");
        assertThat(commands.unknown()).extracting(Command::id).containsExactly(lock.id());
        assertThat(desk.story(lock)).endsWith("OUTCOME unknown, sent again", "COMMAND_STEP UNKNOWN");
    }

    @Test
    void what_is_held_after_its_answer_was_lost_is_called_off_all_the_same() {
        Command lock = unsure(new Action.Lock(), "lockdevice");
        // As under rules that came into force meanwhile.
        database.sql("update commands.command set state = 'HELD' where id = :id")
                .param("id", lock.id().value())
                .update();
        assertThat(holds.callOff(people.actor("anna"), lock.id())).isEqualTo(Holds.CalledOff.YES);
        assertThat(now(lock).state()).isEqualTo(CommandState.UNKNOWN);
        assertThat(now(lock).reason()).isEqualTo("called-off");
        assertThat(note(lock, Locale.ENGLISH)).endsWith("Called off by Anna Åkesson");
        assertThat(desk.story(lock)).endsWith("HOLD not sent again");
    }

    @Test
    void what_was_lent_and_taken_back_begins_when_it_turns_out_to_have_come_to_pass() {
        var subject = new Subject.OfDevice(reachable
                .find(people.person("anna"), ANNAS_IPHONE)
                .orElseThrow()
                .device());
        Asked asked = grants.ask(people.actor("anna"), subject, TEAMS, "because", 7);
        Command install = desk.commandOf(((Asked.OnItsWay) asked).request());
        mdm.fault("lost", "POST", "installapp");
        assertThat(afterNext(install)).isEqualTo(CommandState.DUE);
        mdm.noFaults();
        assertThat(requests.withdraw(people.actor("anna"), requestOf(install))).isTrue();
        assertThat(grants.running(subject)).isEmpty();
        assertThat(commands.settle(people.actor("sara"), install.id(), true, "Den finns där"))
                .isTrue();
        assertThat(grants.running(subject)).hasSize(1);
    }

    @Test
    void what_the_rules_forbid_after_its_answer_was_lost_may_have_come_to_pass() {
        Command install = unsure(TEAMS, "installapp");
        reportLost();
        assertThat(afterNext(install)).isEqualTo(CommandState.UNKNOWN);
        assertThat(note(install, Locale.ENGLISH))
                .startsWith("It was sent before and no answer came")
                .contains("The rules no longer allow it. ", "lost");
    }

    @Test
    void what_was_never_sent_is_cancelled_and_the_rules_own_words_say_why() {
        Command install = desk.orders("anna", TEAMS, ANNAS_IPHONE);
        reportLost();
        assertThat(afterNext(install)).isEqualTo(CommandState.CANCELLED);
        assertThat(note(install, Locale.ENGLISH))
                .startsWith("The rules no longer allow it. ")
                .contains("lost");
        assertThat(note(install, SWEDISH))
                .startsWith("Reglerna tillåter det inte längre. ")
                .contains("borttappad");
    }

    @Test
    void what_was_deleted_meanwhile_is_not_changed() {
        var tag = mdm.addTag("Snart borta");
        Asked asked = requests.ask(
                people.actor("sara"),
                new Subject.OfTag(tag, "Snart borta"),
                new Action.ChangeTag(new TagChange().description("För en dag")),
                null);
        Command change = desk.commandOf(((Asked.OnItsWay) asked).request());
        mdm.removeTag(tag);
        assertThat(afterNext(change)).isEqualTo(CommandState.CANCELLED);
        assertThat(now(change).steps().getLast().note()).isEqualTo("tag-gone");
    }

    @Test
    void a_contact_from_before_the_answer_brought_nothing_to_the_device() {
        mdm.tick();
        Command lock = lock();
        assertThat(afterNext(lock)).isEqualTo(CommandState.ACCEPTED);
        // As if the call had been under way for an hour, and the device in contact meanwhile.
        earlier(lock, "SENDING");
        assertThat(afterNext(lock)).isEqualTo(CommandState.ACCEPTED);
        mdm.tick();
        assertThat(afterNext(lock)).isEqualTo(CommandState.CONTACT_SINCE);
    }

    @Test
    void a_contact_that_was_known_before_is_none_since_whatever_the_clock_of_the_mdm_says() {
        mdm.tick();
        Command lock = lock();
        assertThat(afterNext(lock)).isEqualTo(CommandState.ACCEPTED);
        earlier(lock, "SENDING");
        earlier(lock, "ACCEPTED");
        assertThat(afterNext(lock)).isEqualTo(CommandState.ACCEPTED);
        mdm.tick();
        assertThat(afterNext(lock)).isEqualTo(CommandState.CONTACT_SINCE);
    }

    private void earlier(Command command, String state) {
        database.sql("update commands.command set sent_at = sent_at - interval '1 hour' where id = :id")
                .param("id", command.id().value())
                .update();
        database.sql("update commands.step set at = at - interval '1 hour' where command = :id and state = :state")
                .param("id", command.id().value())
                .param("state", state)
                .update();
    }

    @Test
    void a_passcode_clear_that_it_says_was_done_may_still_happen_until_the_next_contact() {
        Command clear = desk.ordersWithApproval("anna", new Action.ClearPasscode(), ANNAS_IPHONE, "bo");
        mdm.fault("lost", "POST", "clearpasscode");
        assertThat(afterNext(clear)).isEqualTo(CommandState.UNKNOWN);
        mdm.noFaults();
        commands.settle(people.actor("sara"), clear.id(), true, "MDM visar den som skickad");
        Set<ActionKind> kinds = Set.of(ActionKind.CLEAR_PASSCODE);
        assertThat(unsent.mayStillHappen(ANNAS_IPHONE, kinds)).hasSize(1);
        assertThat(erasures.awaitsContact(ANNAS_IPHONE)).isTrue();
        mdm.tick();
        clock.pass(Duration.ofMinutes(2));
        assertThat(unsent.mayStillHappen(ANNAS_IPHONE, kinds)).isEmpty();
        assertThat(erasures.awaitsContact(ANNAS_IPHONE)).isFalse();
    }

    @Test
    void an_answer_that_comes_after_all_settles_what_was_unknown() {
        Command lock = lock();
        Command cutOff = cutOff(lock);
        steps.move(cutOff, CommandState.UNKNOWN, "cut-off", null);
        database.sql("delete from commands.scheduled_tasks where task_instance = :id")
                .param("id", lock.id().toString())
                .update();
        assertThat(steps.answered(cutOff, CommandState.ACCEPTED, null, null)).isNotNull();
        assertThat(now(lock).state()).isEqualTo(CommandState.ACCEPTED);
        assertThat(queue.enterForgotten()).as("it is in the queue").isZero();
        assertThat(desk.story(lock)).endsWith("OUTCOME UNKNOWN", "OUTCOME ACCEPTED");
    }

    @Test
    void what_a_person_has_settled_stays_settled() {
        Command cutOff = cutOff(lock());
        steps.move(cutOff, CommandState.UNKNOWN, "cut-off", null);
        commands.settle(people.actor("sara"), cutOff.id(), false, "Den syns inte");
        assertThat(steps.answered(cutOff, CommandState.ACCEPTED, null, null)).isNull();
        assertThat(now(cutOff).state()).isEqualTo(CommandState.SETTLED_NOT_DONE);
    }

    @Test
    void a_node_that_stood_still_knows_that_its_attempt_is_over() {
        Command cutOff = cutOff(lock());
        assertThat(store.isAtAttempt(cutOff.id(), 1)).isTrue();
        assertThat(afterNext(cutOff)).isEqualTo(CommandState.DUE);
        assertThat(store.isAtAttempt(cutOff.id(), 1)).isFalse();
    }

    private Command cutOff(Command command) {
        database.sql("update commands.command set state = 'SENDING', attempts = 1, sent_at = now() where id = :id")
                .param("id", command.id().value())
                .update();
        return now(command);
    }

    @Test
    void what_waited_for_a_lock_is_in_its_old_place_again() {
        Command older = desk.orders("anna", new Action.Refresh(), ANNAS_TABLET);
        Command newer = desk.orders("bo", new Action.Refresh(), BOS_IPHONE);
        Command tried = desk.orders("sara", new Action.Refresh(), ANNAS_IPHONE);
        Command lock = lock();
        // As whoever looked at it while the lock was due has put it off.
        database.sql("update commands.scheduled_tasks set execution_time = now() + interval '800 milliseconds'"
                        + " where task_instance in (:older, :tried)")
                .param("older", older.id().toString())
                .param("tried", tried.id().toString())
                .update();
        database.sql("update commands.command set attempts = 1 where id = :id")
                .param("id", tried.id().value())
                .update();
        assertThat(afterNext(lock)).isEqualTo(CommandState.ACCEPTED);
        assertThat(database.sql("select t.task_instance from commands.scheduled_tasks t join commands.command c"
                                + " on c.id = t.task_instance::uuid where c.state = 'DUE' order by execution_time")
                        .query(String.class)
                        .list())
                .containsExactly(
                        older.id().toString(), newer.id().toString(), tried.id().toString());
    }

    @Test
    void what_waits_for_two_of_it_is_in_no_queue_and_not_missed_there() {
        Command wipe = desk.ordersWithApproval("anna", new Action.Wipe(), ANNAS_IPHONE, "bo");
        assertThat(afterNext(wipe)).isEqualTo(CommandState.HELD);
        clock.pass(Duration.ofMinutes(15));
        assertThat(afterNext(wipe)).isEqualTo(CommandState.DUE);
        steps.holdBeyondLimit(now(wipe));
        assertThat(now(wipe).beyondLimit()).isTrue();
        database.sql("delete from commands.scheduled_tasks where task_instance = :id")
                .param("id", wipe.id().toString())
                .update();
        assertThat(queue.enterForgotten()).isZero();
    }

    @Test
    void a_device_is_read_again_ever_more_seldom() {
        Command lock = desk.orders("anna", new Action.Lock(), ANNAS_TABLET);
        assertThat(afterNext(lock)).isEqualTo(CommandState.ACCEPTED);
        assertThat(pause(lock)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(30));
        clock.pass(Duration.ofMinutes(10));
        assertThat(pause(lock)).isBetween(Duration.ofMinutes(2), Duration.ofMinutes(4));
        clock.pass(Duration.ofDays(1));
        assertThat(pause(lock)).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
    }

    /** How long until it is looked at again. */
    private Duration pause(Command command) {
        var before = clock.instant();
        Delivery.Next next = delivery.next(command.id());
        assertThat(next).isInstanceOf(Delivery.Next.Again.class);
        return Duration.between(before, ((Delivery.Next.Again) next).at());
    }

    @Test
    void a_command_that_is_not_there_has_no_attempt() {
        assertThat(store.isAtAttempt(new CommandId(UUID.randomUUID()), 1)).isFalse();
    }
}
