package se.handtag.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.handtag.PortalDevices.ANNAS_IPHONE;
import static se.handtag.PortalDevices.ANNAS_TABLET;
import static se.handtag.PortalDevices.BOS_IPHONE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import se.handtag.PortalClock;
import se.handtag.PortalMdm;
import se.handtag.PortalState;
import se.handtag.PortalTest;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.audit.AuditRecord;
import se.handtag.commands.Holds.CalledOff;
import se.handtag.commands.Holds.Released;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.Role;
import se.handtag.identity.SamplePeople;
import se.handtag.mdm.DeviceId;
import se.handtag.policy.Action;
import se.handtag.recovery.LostReports;
import se.handtag.requests.Desk;

/** What waits before it is sent: to be called off, to be let pass, or for the switch. */
@PortalTest
class HoldsTest {
    @Autowired
    Delivery delivery;

    @Autowired
    Commands commands;

    @Autowired
    Holds holds;

    @Autowired
    StopSwitch stop;

    @Autowired
    Limits limits;

    @Autowired
    MdmUsers users;

    @Autowired
    LostReports lost;

    @Autowired
    AuditLog log;

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

    private Command wipe(DeviceId device) {
        return desk.ordersWithApproval("anna", new Action.Wipe(), device, "bo");
    }

    private Command now(Command command) {
        return commands.find(command.id()).orElseThrow();
    }

    private CommandState afterNext(Command command) {
        delivery.next(command.id());
        return now(command).state();
    }

    private CommandState afterTheHold(Command wipe) {
        assertThat(afterNext(wipe)).isEqualTo(CommandState.HELD);
        commands.of(wipe.subject().key(), 9).stream()
                .filter(command -> command.action() instanceof Action.Lock)
                .forEach(lock -> delivery.next(lock.id()));
        clock.pass(Duration.ofMinutes(15));
        assertThat(afterNext(wipe)).isEqualTo(CommandState.DUE);
        return afterNext(wipe);
    }

    @Test
    void a_wipe_waits_a_quarter_of_an_hour_with_the_device_locked_at_once() {
        Command wipe = wipe(ANNAS_IPHONE);
        assertThat(afterNext(wipe)).isEqualTo(CommandState.HELD);
        assertThat(now(wipe).heldUntil()).isAfter(clock.instant().plus(Duration.ofMinutes(14)));
        Command lock = commands.ofDevice(ANNAS_IPHONE, 1).getFirst();
        assertThat(lock.action()).isEqualTo(new Action.Lock());
        assertThat(afterNext(lock)).isEqualTo(CommandState.ACCEPTED);
        clock.pass(Duration.ofMinutes(14));
        assertThat(afterNext(wipe)).isEqualTo(CommandState.HELD);
        assertThat(mdm.received(ANNAS_IPHONE)).containsExactly("lockdevice");
        clock.pass(Duration.ofMinutes(1));
        assertThat(afterNext(wipe)).isEqualTo(CommandState.DUE);
        assertThat(afterNext(wipe)).isEqualTo(CommandState.ACCEPTED);
        assertThat(mdm.received(ANNAS_IPHONE)).containsExactly("lockdevice", "wipedevice");
    }

    @Test
    void the_time_to_call_off_runs_while_the_mdm_is_away() {
        mdm.fault("error", "GET", "/devices/");
        assertThat(afterNext(wipe(ANNAS_IPHONE))).isEqualTo(CommandState.HELD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "bo", "sara"})
    void the_owner_the_manager_and_it_call_it_off_by_one_press(String username) {
        Command wipe = wipe(ANNAS_IPHONE);
        assertThat(afterNext(wipe)).isEqualTo(CommandState.HELD);
        assertThat(holds.canCallOff(people.actor(username).person(), now(wipe))).isTrue();
        assertThat(holds.callOff(people.actor(username), wipe.id())).isEqualTo(CalledOff.YES);
        assertThat(now(wipe).state()).isEqualTo(CommandState.CANCELLED);
        assertThat(now(wipe).steps().getLast().note()).isEqualTo("called-off");
        assertThat(holds.callOff(people.actor(username), wipe.id())).isEqualTo(CalledOff.TOO_LATE);
        clock.pass(Duration.ofMinutes(16));
        assertThat(afterNext(wipe)).isEqualTo(CommandState.CANCELLED);
        assertThat(mdm.received(ANNAS_IPHONE)).isEmpty();
        assertThat(desk.story(wipe)).endsWith("HOLD called off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"maja", "per-olof"})
    void to_everybody_else_there_is_nothing_to_call_off(String username) {
        Command wipe = wipe(ANNAS_IPHONE);
        delivery.next(wipe.id());
        assertThat(holds.callOff(people.actor(username), wipe.id())).isEqualTo(CalledOff.NOT_YOURS);
        assertThat(holds.callOff(people.actor(username), new CommandId(java.util.UUID.randomUUID())))
                .isEqualTo(CalledOff.NOT_YOURS);
        assertThat(now(wipe).state()).isEqualTo(CommandState.HELD);
    }

    @Test
    void while_it_is_lost_its_owner_does_not_call_off_alone() {
        Command wipe = wipe(ANNAS_IPHONE);
        delivery.next(wipe.id());
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        assertThat(holds.callOff(people.actor("anna"), wipe.id())).isEqualTo(CalledOff.PROOF_OR_SECOND_PERSON);
        assertThat(holds.callOff(people.actor("bo"), wipe.id())).isEqualTo(CalledOff.YES);
    }

    @Test
    void while_it_is_lost_its_owner_calls_off_once_it_is_certainly_them() {
        Command wipe = wipe(ANNAS_IPHONE);
        delivery.next(wipe.id());
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        people.signInFresh("anna");
        assertThat(holds.callOff(people.actor("anna"), wipe.id())).isEqualTo(CalledOff.YES);
    }

    @Test
    void whoever_says_yes_has_a_limit_of_their_own() {
        Command wipe = wipe(ANNAS_IPHONE);
        for (String asker : List.of("anna", "eva")) {
            Command theirs = by(wipe, asker);
            for (int order = 0; order < 5; order++) {
                assertThat(limits.take(theirs)).isEmpty();
            }
        }
        assertThat(limits.take(by(wipe, "ingrid"))).isPresent();
        database.sql("update commands.command set evidence = jsonb_set(evidence, '{approvers}', '[]') where id = :id")
                .param("id", wipe.id().value())
                .update();
        assertThat(limits.take(now(wipe))).as("the company’s is another").isEmpty();
    }

    @Test
    void whoever_has_two_accounts_has_no_more_for_it() {
        Command wipe = wipe(ANNAS_IPHONE);
        database.sql("update commands.command set evidence = jsonb_set(evidence, '{approvers}', '[]') where id = :id")
                .param("id", wipe.id().value())
                .update();
        users.match(people.person("anna"));
        for (int order = 0; order < 5; order++) {
            assertThat(limits.take(by(wipe, "anna"))).isEmpty();
        }
        UUID second = UUID.randomUUID();
        database.sql("insert into devices.picture select :key, body, read_at from devices.picture where key = :annas")
                .param("key", "person/" + second)
                .param("annas", "person/" + people.person("anna").id())
                .update();
        assertThat(limits.take(by(wipe, second))).isPresent();
    }

    private Command by(Command command, String asker) {
        return by(command, people.person(asker).id().value());
    }

    private Command by(Command command, UUID asker) {
        database.sql("update commands.command set by_id = :person where id = :id")
                .param("person", asker)
                .param("id", command.id().value())
                .update();
        return now(command);
    }

    @Test
    void a_wipe_beyond_the_limit_waits_for_two_of_it_who_neither_asked_nor_approved() {
        Command beyond = beyondTheLimit();
        assertThat(now(beyond).beyondLimit()).isTrue();
        assertThat(commands.held()).extracting(Command::id).containsExactly(beyond.id());
        clock.pass(Duration.ofDays(2));
        assertThat(afterNext(beyond)).isEqualTo(CommandState.HELD);

        assertThatThrownBy(() -> holds.release(people.actor("bo"), beyond.id()))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(holds.release(people.actor("sara"), beyond.id())).isEqualTo(Released.ONE_MORE);
        assertThat(holds.release(people.actor("sara"), beyond.id())).isEqualTo(Released.SAME_PERSON);
        assertThat(now(beyond).state()).isEqualTo(CommandState.HELD);
        assertThat(holds.release(people.actor("daniel"), beyond.id())).isEqualTo(Released.YES);
        assertThat(afterNext(beyond)).isEqualTo(CommandState.ACCEPTED);
        assertThat(desk.story(beyond)).contains("HOLD first to release", "HOLD denied", "HOLD released");
        assertThat(holds.release(people.actor("sara"), beyond.id())).isEqualTo(Released.TOO_LATE);
    }

    /** The sixth wipe of one person in a day. */
    private Command beyondTheLimit() {
        for (int wipe = 1; wipe <= 5; wipe++) {
            assertThat(afterTheHold(wipe(ANNAS_IPHONE))).isEqualTo(CommandState.ACCEPTED);
        }
        Command sixth = wipe(ANNAS_IPHONE);
        assertThat(afterTheHold(sixth)).isEqualTo(CommandState.HELD);
        return sixth;
    }

    @Test
    void what_is_released_by_who_asked_for_it_is_not_released() {
        Command beyond = beyondTheLimit();
        database.sql("update commands.command set by_id = :sara where id = :id")
                .param("sara", people.actor("sara").person().id().value())
                .param("id", beyond.id().value())
                .update();
        assertThat(holds.release(people.actor("sara"), beyond.id())).isEqualTo(Released.SAME_PERSON);
        assertThat(holds.releasedBy(beyond.id())).isEmpty();
    }

    @Test
    void another_account_of_the_same_person_releases_nothing() {
        Command beyond = beyondTheLimit();
        assertThat(holds.release(people.otherAccount("anna", Role.EMPLOYEE, Role.IT), beyond.id()))
                .as("of who asked")
                .isEqualTo(Released.SAME_PERSON);
        assertThat(holds.release(people.otherAccount("bo", Role.EMPLOYEE, Role.IT), beyond.id()))
                .as("of who approved")
                .isEqualTo(Released.SAME_PERSON);
        assertThat(holds.release(people.actor("sara"), beyond.id())).isEqualTo(Released.ONE_MORE);
        assertThat(holds.release(people.otherAccount("sara", Role.EMPLOYEE, Role.IT), beyond.id()))
                .as("of who released")
                .isEqualTo(Released.SAME_PERSON);
        assertThat(now(beyond).state()).isEqualTo(CommandState.HELD);
        assertThat(holds.release(people.actor("daniel"), beyond.id())).isEqualTo(Released.YES);
    }

    @Test
    void another_account_of_the_same_person_starts_nothing_again() {
        stop.stop(people.actor("daniel"), "Något är fel");
        assertThat(stop.start(people.actor("sara"))).isEqualTo(StopSwitch.Started.ONE_MORE);
        assertThat(stop.start(people.otherAccount("sara", Role.EMPLOYEE, Role.IT)))
                .isEqualTo(StopSwitch.Started.SAME_PERSON);
        assertThat(stop.now()).isPresent();
        assertThat(stop.start(people.actor("daniel"))).isEqualTo(StopSwitch.Started.YES);
    }

    @Test
    void the_owners_manager_calls_off_a_wipe_that_it_asked_for() {
        people.person("anna");
        Command wipe = desk.ordersWithApproval("sara", new Action.Wipe(), ANNAS_IPHONE, "daniel");
        assertThat(afterNext(wipe)).isEqualTo(CommandState.HELD);
        assertThat(holds.canCallOff(people.actor("eva").person(), now(wipe)))
                .as("whose manager's manager it is")
                .isFalse();
        assertThat(holds.canCallOff(people.actor("bo").person(), now(wipe))).isTrue();
        assertThat(holds.callOff(people.actor("bo"), wipe.id())).isEqualTo(CalledOff.YES);
    }

    @Test
    void the_switch_holds_what_destroys_and_lets_locks_pass() {
        Command wipe = wipe(ANNAS_IPHONE);
        assertThatThrownBy(() -> stop.stop(people.actor("bo"), "Nej")).isInstanceOf(AccessDeniedException.class);
        assertThat(stop.stop(people.actor("sara"), "Något är fel")).isTrue();
        assertThat(stop.stop(people.actor("daniel"), "Också")).isFalse();
        assertThat(afterTheHold(wipe)).isEqualTo(CommandState.DUE);
        assertThat(now(wipe).steps().getLast().note()).isEqualTo("stopped");
        assertThat(mdm.received(ANNAS_IPHONE)).containsExactly("lockdevice");

        assertThat(stop.start(people.actor("sara"))).isEqualTo(StopSwitch.Started.ONE_MORE);
        assertThat(stop.start(people.actor("sara"))).isEqualTo(StopSwitch.Started.SAME_PERSON);
        assertThat(log.find(new AuditQuery(null, null, AuditKind.LIMIT, null, null, null), Long.MAX_VALUE, 1))
                .extracting(AuditRecord::outcome)
                .containsExactly("denied");
        assertThat(afterNext(wipe)).isEqualTo(CommandState.DUE);
        assertThat(stop.start(people.actor("daniel"))).isEqualTo(StopSwitch.Started.YES);
        assertThat(stop.start(people.actor("daniel"))).isEqualTo(StopSwitch.Started.NOT_STOPPED);
        assertThat(afterNext(wipe)).isEqualTo(CommandState.ACCEPTED);
    }

    @Test
    void an_update_waits_for_the_older_one_and_another_device_for_neither() {
        Command first = desk.orders("sara", new Action.Refresh(), ANNAS_IPHONE);
        Command second = desk.orders("sara", new Action.Message("Hej"), ANNAS_IPHONE);
        Command lock = desk.orders("sara", new Action.Lock(), ANNAS_IPHONE);
        Command other = desk.orders("sara", new Action.Refresh(), BOS_IPHONE);
        assertThat(afterNext(second)).isEqualTo(CommandState.DUE);
        assertThat(afterNext(lock)).isEqualTo(CommandState.ACCEPTED);
        assertThat(afterNext(other)).isEqualTo(CommandState.ACCEPTED);
        mdm.fault("lost", "POST", "inventorydevice");
        assertThat(afterNext(first)).isEqualTo(CommandState.DUE);
        assertThat(afterNext(second)).isEqualTo(CommandState.DUE);
        mdm.noFaults();
        assertThat(afterNext(first)).isEqualTo(CommandState.ACCEPTED);
        assertThat(afterNext(second)).isEqualTo(CommandState.ACCEPTED);
        assertThat(mdm.received(ANNAS_IPHONE))
                .containsExactly("lockdevice", "inventorydevice", "inventorydevice", "sendmessage");
    }

    @Test
    void what_has_changed_since_the_approval_is_left_alone() {
        Map<String, String> others =
                Map.of("group", "{\"value\":99}", "tagIds", "[{\"value\":99}]", "serialNumber", "\"X\"");
        Map<String, String> notes =
                Map.of("group", "group-changed", "tagIds", "tags-changed", "serialNumber", "serial-changed");
        for (String change : notes.keySet()) {
            Command clear = desk.ordersWithApproval("anna", new Action.ClearPasscode(), ANNAS_TABLET, "bo");
            database.sql(
                            "update commands.command set snapshot = jsonb_set(snapshot, '{device,%s}', '%s') where id = :id"
                                    .formatted(change, others.get(change)))
                    .param("id", clear.id().value())
                    .update();
            assertThat(afterNext(clear)).as(change).isEqualTo(CommandState.CANCELLED);
            assertThat(now(clear).steps().getLast().note()).isEqualTo(notes.get(change));
        }
        assertThat(mdm.received(ANNAS_TABLET)).isEmpty();
    }

    @Test
    void a_tag_that_was_made_and_put_on_since_the_approval_is_a_change() {
        Command clear = desk.ordersWithApproval("anna", new Action.ClearPasscode(), ANNAS_TABLET, "bo");
        mdm.tag(ANNAS_TABLET, mdm.addTag("Ny"));
        assertThat(afterNext(clear)).isEqualTo(CommandState.CANCELLED);
        assertThat(now(clear).steps().getLast().note()).isEqualTo("tags-changed");
    }
}
