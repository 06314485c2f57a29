package se.handtag.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNA;
import static se.handtag.PortalDevices.ANNAS_IPHONE;
import static se.handtag.PortalDevices.ANNAS_TABLET;
import static se.handtag.PortalDevices.BO;
import static se.handtag.PortalDevices.BOS_IPHONE;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.PortalClock;
import se.handtag.PortalMdm;
import se.handtag.PortalState;
import se.handtag.PortalTest;
import se.handtag.devices.MdmUser;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.SamplePeople;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.GroupId;
import se.handtag.mdm.NewApp;
import se.handtag.mdm.NewTag;
import se.handtag.mdm.NewUser;
import se.handtag.mdm.Platform;
import se.handtag.mdm.Store;
import se.handtag.mdm.TagChange;
import se.handtag.mdm.TagId;
import se.handtag.mdm.Tags;
import se.handtag.mdm.UserChange;
import se.handtag.mdm.UserId;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;
import se.handtag.requests.Asked;
import se.handtag.requests.Desk;
import se.handtag.requests.Requests;

/** What goes out in which order, against which evidence, and what shows its effect. */
@PortalTest
class SendingTest {
    @Autowired
    Delivery delivery;

    @Autowired
    Commands commands;

    @Autowired
    Requests requests;

    @Autowired
    CommandStore store;

    @Autowired
    Line line;

    @Autowired
    Desk desk;

    @Autowired
    MdmUsers users;

    @Autowired
    Tags tags;

    @Autowired
    SamplePeople people;

    @Autowired
    PortalMdm mdm;

    @Autowired
    PortalState portal;

    @Autowired
    PortalClock clock;

    @Autowired
    CircuitBreakerRegistry breakers;

    @Autowired
    BulkheadRegistry bulkheads;

    @Autowired
    TransactionTemplate transaction;

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

    private Command it(Subject subject, Action action) {
        Asked asked = requests.ask(people.actor("sara"), subject, action, null);
        assertThat(asked).isInstanceOf(Asked.OnItsWay.class);
        return desk.commandOf(((Asked.OnItsWay) asked).request());
    }

    private @Nullable String seen(Subject subject, Action action) {
        Command command = it(subject, action);
        assertThat(afterNext(command)).as("%s", action).isEqualTo(CommandState.ACCEPTED);
        @Nullable String created = now(command).steps().getLast().detail();
        assertThat(afterNext(command)).as("%s", action).isEqualTo(CommandState.EFFECT_SEEN);
        return created;
    }

    @Test
    void what_it_changes_is_read_again_until_it_is_seen() {
        var company = new Subject.Company();
        var group = new GroupId(number(seen(company, new Action.CreateGroup("Nya gruppen", null))));
        seen(new Subject.OfGroup(group, "Nya gruppen"), new Action.RenameGroup("Nyare gruppen"));
        var tag = new TagId(number(seen(company, new Action.CreateTag(new NewTag("Utflykt")))));
        var tagged = new Subject.OfTag(tag, "Utflykt");
        seen(tagged, new Action.ChangeTag(new TagChange().description("För en dag")));
        var user = users.readNow(new UserId(number(seen(company, new Action.CreateUser(new NewUser("Nya Nilsson"))))))
                .orElseThrow();
        var nilsson = new Subject.OfUser(user);
        seen(nilsson, new Action.ChangeUser(new UserChange().phoneNumber("+46 70 000 00 00")));
        seen(nilsson, new Action.PutUserTag(tag, "Utflykt"));
        seen(nilsson, new Action.TakeUserTag(tag, "Utflykt"));
        var bo = device(BOS_IPHONE);
        seen(bo, new Action.PutTag(tag, "Utflykt"));
        seen(bo, new Action.TakeTag(tag, "Utflykt"));
        seen(nilsson, new Action.DeleteUser());
        seen(tagged, new Action.DeleteTag());
        seen(new Subject.OfGroup(group, "Nyare gruppen"), new Action.DeleteGroup());
        seen(bo, new Action.HandOver(ANNA, "Anna"));
    }

    private static int number(@Nullable String created) {
        return Integer.parseInt(Objects.requireNonNull(created));
    }

    /** The device as the portal knows it. */
    private Subject device(DeviceId id) {
        Command refresh = desk.orders("sara", new Action.Refresh(), id);
        assertThat(afterNext(refresh)).isEqualTo(CommandState.ACCEPTED);
        return refresh.subject();
    }

    @Test
    void a_tag_that_is_not_there_is_not_taken_off_by_a_call() {
        TagId tag = tags.all().stream()
                .map(each -> Objects.requireNonNull(each.id()))
                .max((a, b) -> Integer.compare(a.value(), b.value()))
                .orElseThrow();
        MdmUser anna = users.readNow(ANNA).orElseThrow();
        Command take = it(new Subject.OfUser(anna), new Action.TakeUserTag(tag, "Finns inte"));
        assertThat(afterNext(take)).isIn(CommandState.EFFECT_SEEN);
        assertThat(now(take).steps().getLast().note()).isEqualTo("so-already");
    }

    @Test
    void what_the_mdm_took_and_does_not_show_is_contradicted_in_the_end() {
        Command over = it(device(BOS_IPHONE), new Action.HandOver(ANNA, "Anna"));
        assertThat(afterNext(over)).isEqualTo(CommandState.ACCEPTED);
        mdm.give(BOS_IPHONE, BO);
        assertThat(afterNext(over)).isEqualTo(CommandState.ACCEPTED);
        clock.pass(Duration.ofMinutes(6));
        assertThat(afterNext(over)).isEqualTo(CommandState.CONTRADICTED);
    }

    @Test
    void a_hand_over_whose_answer_is_lost_is_seen_and_not_cancelled() {
        Command over = it(device(BOS_IPHONE), new Action.HandOver(ANNA, "Anna"));
        mdm.fault("lost", "PUT", "/devices/");
        assertThat(afterNext(over)).isEqualTo(CommandState.DUE);
        mdm.noFaults();
        assertThat(afterNext(over)).isEqualTo(CommandState.EFFECT_SEEN);
        assertThat(now(over).steps().getLast().note()).isEqualTo("read-again");
    }

    @Test
    void an_approved_tag_whose_taking_off_got_no_answer_is_seen_and_not_cancelled() {
        var tag = new TagId(number(seen(new Subject.Company(), new Action.CreateTag(new NewTag("Utflykt")))));
        seen(device(BOS_IPHONE), new Action.PutTag(tag, "Utflykt"));
        Command take = it(device(BOS_IPHONE), new Action.TakeTag(tag, "Utflykt"));
        database.sql("update commands.command set evidence = jsonb_set(evidence, '{approvers}',"
                        + " jsonb_build_array(jsonb_build_object('value', by_id))) where id = :id")
                .param("id", take.id().value())
                .update();
        mdm.fault("lost", "DELETE", "");
        assertThat(afterNext(take)).isEqualTo(CommandState.DUE);
        mdm.noFaults();
        assertThat(afterNext(take)).isEqualTo(CommandState.EFFECT_SEEN);
    }

    @Test
    void a_hand_over_that_never_arrived_is_still_cancelled_when_the_device_went_elsewhere() {
        Command over = it(device(BOS_IPHONE), new Action.HandOver(ANNA, "Anna"));
        mdm.fault("reset", "PUT", "/devices/");
        assertThat(afterNext(over)).isEqualTo(CommandState.DUE);
        mdm.noFaults();
        mdm.give(BOS_IPHONE, new UserId(5));
        assertThat(afterNext(over)).isEqualTo(CommandState.CANCELLED);
    }

    @Test
    void too_many_calls_at_once_are_no_outage() {
        Command lock = desk.orders("sara", new Action.Lock(), ANNAS_IPHONE);
        Bulkhead places = bulkheads.bulkhead("mdm");
        int taken = 0;
        while (places.getMetrics().getAvailableConcurrentCalls() > 0) {
            places.acquirePermission();
            taken++;
        }
        try {
            assertThat(afterNext(lock)).isEqualTo(CommandState.DUE);
        } finally {
            for (int place = 0; place < taken; place++) {
                places.releasePermission();
            }
        }
        assertThat(line.isDown()).isFalse();
        assertThat(now(lock).steps().getLast().note()).as("nothing is wrong").isNull();
        assertThat(afterNext(lock)).isEqualTo(CommandState.ACCEPTED);
    }

    @Test
    void what_was_approved_is_not_sent_when_the_evidence_no_longer_meets_the_rules() {
        Command clear = desk.ordersWithApproval("anna", new Action.ClearPasscode(), ANNAS_TABLET, "bo");
        database.sql("update commands.command set evidence = jsonb_set(evidence, '{stages}', '[]') where id = :id")
                .param("id", clear.id().value())
                .update();
        assertThat(afterNext(clear)).isEqualTo(CommandState.CANCELLED);
        assertThat(now(clear).steps().getLast().note()).isEqualTo("rules");
        assertThat(mdm.received(ANNAS_TABLET)).isEmpty();
    }

    @Test
    void what_comes_too_late_is_not_sent() {
        Command lock = desk.orders("anna", new Action.Lock(), ANNAS_IPHONE);
        database.sql("update commands.command set not_after = now() - interval '1 minute' where id = :id")
                .param("id", lock.id().value())
                .update();
        assertThat(afterNext(lock)).isEqualTo(CommandState.CANCELLED);
        assertThat(now(lock).steps().getLast().note()).isEqualTo("too-late");
    }

    @Test
    void while_the_breaker_is_open_nothing_is_tried_and_afterwards_locks_go_first_then_the_oldest() {
        Command refresh = desk.orders("sara", new Action.Refresh(), BOS_IPHONE);
        Command message = desk.orders("sara", new Action.Message("Hej"), ANNAS_TABLET);
        Command lock = desk.orders("sara", new Action.Lock(), ANNAS_IPHONE);
        CircuitBreaker breaker = breakers.circuitBreaker("mdm");
        breaker.transitionToOpenState();
        assertThat(afterNext(lock)).isEqualTo(CommandState.DUE);
        assertThat(line.isDown()).isTrue();
        long tried = breaker.getMetrics().getNumberOfNotPermittedCalls();
        for (Command each : List.of(message, lock, refresh)) {
            assertThat(afterNext(each)).isEqualTo(CommandState.DUE);
            assertThat(now(each).steps().getLast().note()).isEqualTo("mdm-away");
        }
        assertThat(breaker.getMetrics().getNumberOfNotPermittedCalls()).isEqualTo(tried);
        breaker.transitionToClosedState();
        line.look();
        assertThat(line.isDown()).isFalse();
        assertThat(database.sql("select task_instance from commands.scheduled_tasks where task_name = 'command'"
                                + " order by priority desc, execution_time")
                        .query(String.class)
                        .list())
                .containsExactly(
                        lock.id().toString(),
                        refresh.id().toString(),
                        message.id().toString());
        portal.resumeSending();
        await().untilAsserted(() -> assertThat(mdm.received(ANNAS_IPHONE)).containsExactly("lockdevice"));
        await().untilAsserted(() -> assertThat(mdm.received(ANNAS_TABLET)).containsExactly("sendmessage"));
    }

    @Test
    void what_is_beyond_a_limit_and_no_wipe_waits_until_there_is_room() {
        for (int message = 1; message <= 60; message++) {
            assertThat(afterNext(desk.orders("sara", new Action.Message("Nr " + message), ANNAS_IPHONE)))
                    .isEqualTo(CommandState.ACCEPTED);
        }
        Command beyond = desk.orders("sara", new Action.Message("En till"), ANNAS_IPHONE);
        assertThat(afterNext(beyond)).isEqualTo(CommandState.DUE);
        assertThat(now(beyond).steps().getLast().note()).isEqualTo("limit");
        assertThat(afterNext(desk.orders("daniel", new Action.Message("Hej"), BOS_IPHONE)))
                .isEqualTo(CommandState.ACCEPTED);
        clock.pass(Duration.ofMinutes(2));
        assertThat(afterNext(beyond)).isEqualTo(CommandState.ACCEPTED);
    }

    @ParameterizedTest
    @EnumSource(CommandState.class)
    void a_command_goes_only_where_the_machine_lets_it(CommandState from) {
        Command lock = desk.orders("sara", new Action.Lock(), ANNAS_IPHONE);
        Set<CommandState> refused = EnumSet.allOf(CommandState.class);
        refused.removeAll(from.next());
        for (CommandState to : refused) {
            assertThatThrownBy(() -> transaction.executeWithoutResult(
                            _ -> store.move(lock.id(), from, new Step(to, clock.instant(), null, null))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(from.ended()).isEqualTo(from.next().isEmpty());
    }

    @Test
    void nothing_overtakes_a_lock_that_is_to_go_and_none_holds_up_others_once_it_was_tried_in_vain() {
        Command refresh = desk.orders("anna", new Action.Refresh(), ANNAS_TABLET);
        Command lock = desk.orders("bo", new Action.Lock(), BOS_IPHONE);
        assertThat(afterNext(refresh)).as("the older one").isEqualTo(CommandState.DUE);
        assertThat(now(refresh).steps()).as("nobody needs to know").hasSize(1);
        // As the scheduler does after a try in vain.
        database.sql("update commands.scheduled_tasks set execution_time = execution_time + interval '1 minute'"
                        + " where task_instance = :id")
                .param("id", lock.id().toString())
                .update();
        assertThat(afterNext(refresh)).isEqualTo(CommandState.ACCEPTED);
    }

    @Test
    void an_update_that_was_held_does_not_go_after_a_newer_one_of_the_same() {
        Subject anna = new Subject.OfUser(users.readNow(ANNA).orElseThrow());
        Command phone = held(anna, new Action.ChangeUser(new UserChange().phoneNumber("+46 31 1")));
        Command office = held(anna, new Action.ChangeUser(new UserChange().office("Kiruna")));
        seen(anna, new Action.ChangeUser(new UserChange().phoneNumber("+46 31 2")));
        release(phone, office);
        assertThat(afterNext(phone)).isEqualTo(CommandState.CANCELLED);
        assertThat(now(phone).steps().getLast().note()).isEqualTo("overtaken");
        assertThat(afterNext(office)).as("of something else").isEqualTo(CommandState.ACCEPTED);
    }

    @Test
    void a_new_app_waits_for_an_older_version_of_itself_and_for_no_other() {
        Command one = it(new Subject.Company(), new Action.PutApp(app("se.example.one", "1")));
        Command newer = it(new Subject.Company(), new Action.PutApp(app("se.example.one", "2")));
        Command other = it(new Subject.Company(), new Action.PutApp(app("se.example.other", "1")));
        assertThat(afterNext(newer)).isEqualTo(CommandState.DUE);
        assertThat(afterNext(other)).isEqualTo(CommandState.ACCEPTED);
        assertThat(afterNext(one)).isEqualTo(CommandState.ACCEPTED);
        assertThat(afterNext(newer)).isEqualTo(CommandState.ACCEPTED);
    }

    private static NewApp app(String packageId, String version) {
        return new NewApp(
                "Prov",
                null,
                "Prov AB",
                packageId,
                version,
                null,
                Platform.IOS,
                1L,
                Store.APP_STORE,
                "1",
                null,
                "https://fjallrav.example/p.png");
    }

    private Command held(Subject subject, Action action) {
        Command command = it(subject, action);
        database.sql("update commands.command set state = 'HELD' where id = :id")
                .param("id", command.id().value())
                .update();
        return command;
    }

    private void release(Command... commands) {
        for (Command command : commands) {
            database.sql("update commands.command set state = 'DUE' where id = :id")
                    .param("id", command.id().value())
                    .update();
        }
    }
}
