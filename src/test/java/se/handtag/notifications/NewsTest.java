package se.handtag.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNAS_IPHONE;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.PortalClock;
import se.handtag.PortalMdm;
import se.handtag.PortalState;
import se.handtag.PortalTest;
import se.handtag.StatesByHand;
import se.handtag.commands.Command;
import se.handtag.commands.CommandState;
import se.handtag.commands.Commands;
import se.handtag.identity.Contacts;
import se.handtag.identity.SamplePeople;
import se.handtag.notifications.Message.What;
import se.handtag.policy.Action;
import se.handtag.recovery.ColleagueReports;
import se.handtag.recovery.LostEndings;
import se.handtag.recovery.LostReport;
import se.handtag.recovery.LostReports;
import se.handtag.requests.Approvals;
import se.handtag.requests.Delegations;
import se.handtag.requests.Desk;
import se.handtag.requests.ReachableDevices;
import se.handtag.requests.RequestId;
import se.handtag.requests.Requests;

/** Who is told what, in the portal and by mail. */
@PortalTest
@StatesByHand
class NewsTest {
    private static final String ANNA = "anna.akesson@fjallrav.example";
    private static final String BO = "bo.lind@fjallrav.example";

    @Autowired
    JdbcClient database;

    @Autowired
    Messages messages;

    @Autowired
    Contacts contacts;

    @Autowired
    Requests requests;

    @Autowired
    Approvals approvals;

    @Autowired
    Delegations delegations;

    @Autowired
    LostReports lost;

    @Autowired
    LostEndings endings;

    @Autowired
    ColleagueReports colleagues;

    @Autowired
    Desk desk;

    @Autowired
    SamplePeople people;

    @Autowired
    PortalClock clock;

    /** The trial's people of earlier runs had other numbers, and may have signed in ahead of the clock. */
    @BeforeEach
    void nobody_signed_in_later_than_now() {
        database.sql("update identity.person set last_signed_in = least(last_signed_in, now())")
                .update();
    }

    @Autowired
    CommandNews news;

    @Autowired
    Post post;

    @Autowired
    Commands commands;

    @Autowired
    ReachableDevices reachable;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PortalMdm mdm;

    @Autowired
    PortalState portal;

    record Sent(String address, String language, String subject, String text, String link) {}

    @Test
    void whoever_is_asked_gets_a_mail_that_leads_to_the_request() {
        RequestId request = desk.asksAndWaits("anna", new Action.ClearPasscode(), ANNAS_IPHONE);
        assertThat(mailTo(BO)).singleElement().satisfies(mail -> {
            assertThat(mail.link()).isEqualTo("approvals?request=" + request);
            assertThat(mail.subject()).contains("Anna Åkesson").contains("iPhone 16");
            assertThat(mail.text()).as("what only the two of them should read").doesNotContain("because");
        });
        assertThat(whats("bo")).containsExactly(What.TO_DECIDE);
        await().untilAsserted(() -> assertThat(waiting()).isZero());
    }

    @Test
    void mail_speaks_the_language_in_which_the_person_reads_the_portal() {
        contacts.speaks(people.person("bo").id(), Locale.ENGLISH);
        desk.asksAndWaits("anna", new Action.ClearPasscode(), ANNAS_IPHONE);
        contacts.speaks(people.person("bo").id(), Locale.of("sv"));
        desk.asksAndWaits("anna", new Action.Wipe(), ANNAS_IPHONE);
        assertThat(mailTo(BO))
                .satisfiesExactly(
                        english -> {
                            assertThat(english.language()).isEqualTo("en");
                            assertThat(english.subject())
                                    .isEqualTo("Anna Åkesson waits for your yes: Clear the passcode · iPhone 16 …K7QX");
                            assertThat(english.text())
                                    .startsWith("Hello Bo,")
                                    .contains("Opening the link decides nothing.");
                        },
                        swedish -> {
                            assertThat(swedish.language()).isEqualTo("sv");
                            assertThat(swedish.subject()).startsWith("Anna Åkesson väntar på ditt ja: ");
                            assertThat(swedish.text())
                                    .startsWith("Hej Bo!")
                                    .contains("Att öppna länken beslutar ingenting.");
                        });
    }

    @Test
    void the_requester_is_told_the_decision_with_its_comment() {
        contacts.speaks(people.person("anna").id(), Locale.ENGLISH);
        RequestId request = desk.asksAndWaits("anna", new Action.Wipe(), ANNAS_IPHONE);
        approvals.reject(people.actor("bo"), request, "Ring mig först.");
        assertThat(mailTo(ANNA)).singleElement().satisfies(mail -> {
            assertThat(mail.text()).contains("Bo Lind").contains("“Ring mig först.”");
            assertThat(mail.link()).isEqualTo("request/" + request);
        });
        assertThat(messages.of(people.person("anna"), 10)).singleElement().satisfies(message -> {
            assertThat(message.what()).isEqualTo(What.REJECTED);
            assertThat(message.comment()).isEqualTo("Ring mig först.");
        });
    }

    @Test
    void what_somebody_said_stands_between_the_quotes_of_the_reader_s_language() {
        contacts.speaks(people.person("anna").id(), Locale.of("sv"));
        RequestId request = desk.asksAndWaits("anna", new Action.Wipe(), ANNAS_IPHONE);
        approvals.reject(people.actor("bo"), request, "Ring mig först.");
        assertThat(mailTo(ANNA))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("”Ring mig först.”"));
    }

    @Test
    void what_needed_nobodys_yes_is_no_news() {
        desk.orders("anna", new Action.Lock(), ANNAS_IPHONE);
        assertThat(messages.of(people.person("anna"), 10)).isEmpty();
        assertThat(mailTo(ANNA)).isEmpty();
    }

    @Test
    void a_reminder_the_next_up_and_the_end_are_told_to_the_requester_too() {
        desk.asksAndWaits("anna", new Action.Wipe(), ANNAS_IPHONE);
        clock.pass(Duration.ofDays(1).plusMinutes(1));
        await().untilAsserted(() -> assertThat(whats("bo")).containsExactly(What.REMINDED, What.TO_DECIDE));
        clock.pass(Duration.ofDays(1));
        await().untilAsserted(() -> assertThat(whats("eva")).containsExactly(What.PASSED_TO_YOU));
        clock.pass(Duration.ofDays(6));
        await().untilAsserted(() ->
                assertThat(whats("anna")).startsWith(What.EXPIRED).endsWith(What.PASSED_ON, What.STILL_WAITING));
        assertThat(mailTo(ANNA)).hasSameSizeAs(whats("anna"));
    }

    @Test
    void what_is_taken_back_is_told_to_those_it_waited_for() {
        RequestId request = desk.asksAndWaits("anna", new Action.Wipe(), ANNAS_IPHONE);
        requests.withdraw(people.actor("anna"), request);
        assertThat(whats("bo")).containsExactly(What.WITHDRAWN, What.TO_DECIDE);
    }

    @Test
    void a_stand_in_is_told_that_they_are_one_and_what_waits() {
        people.person("jasmina.hodzic");
        delegations.delegate(
                people.actor("bo"),
                "jasmina.hodzic@fjallrav.example",
                clock.instant(),
                clock.instant().plus(Duration.ofDays(7)),
                Set.of());
        desk.asksAndWaits("anna", new Action.Wipe(), ANNAS_IPHONE);
        assertThat(whats("jasmina.hodzic")).containsExactly(What.TO_DECIDE, What.STAND_IN);
        assertThat(whats("bo")).containsExactly(What.TO_DECIDE);
    }

    @Test
    void a_lost_phone_is_told_to_its_owner_and_their_manager() {
        people.person("anna");
        lost.report(people.actor("maja"), ANNAS_IPHONE);
        await().untilAsserted(() -> assertThat(mailTo(ANNA)).singleElement().satisfies(mail -> {
            assertThat(mail.text()).contains("Maja Lindqvist");
            assertThat(mail.link()).isEqualTo("device/" + ANNAS_IPHONE);
        }));
        assertThat(mailTo(BO))
                .singleElement()
                .satisfies(mail -> assertThat(mail.link())
                        .as("another's device is no device")
                        .isEqualTo("messages"));
    }

    @Test
    void a_wipe_that_waits_is_told_to_who_asked_and_to_their_manager() {
        desk.ordersWithApproval("anna", new Action.Wipe(), ANNAS_IPHONE, "bo");
        await().untilAsserted(() -> assertThat(whats("anna")).contains(What.WIPE_HELD));
        assertThat(whats("anna")).as("once").containsOnlyOnce(What.WIPE_HELD);
        assertThat(whats("bo")).contains(What.WIPE_HELD);
    }

    @Test
    void a_report_for_a_colleague_is_told_to_them_and_to_their_manager() {
        people.person("anna");
        colleagues.report(people.actor("maja"), ANNA, null);
        await().untilAsserted(() -> assertThat(mailTo(ANNA))
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject()).contains("Maja Lindqvist")));
        assertThat(mailTo(BO)).hasSize(1);
    }

    @Test
    void a_report_for_a_colleague_that_fits_nobody_is_told_to_it() {
        colleagues.report(people.actor("maja"), "Någon Annan", null);
        await().untilAsserted(() -> assertThat(whats("sara")).contains(What.LOST_FOR_NOBODY));
        assertThat(messages.of(people.person("sara"), 1)).singleElement().satisfies(message -> {
            assertThat(message.thing()).isEqualTo("Någon Annan");
            assertThat(message.link()).isEqualTo("lost-now");
        });
    }

    @Test
    void that_nobody_can_be_told_keeps_neither_a_report_nor_a_command_from_its_course() {
        portal.holdSending();
        Command clear = desk.ordersWithApproval("anna", new Action.ClearPasscode(), ANNAS_IPHONE, "bo");
        database.sql("alter table notifications.message add constraint refused check"
                        + " (what not in ('LOST', 'CANCELLED', 'OTHERS_CANCELLED')) not valid")
                .update();
        try {
            lost.report(people.actor("anna"), ANNAS_IPHONE);
        } finally {
            database.sql("alter table notifications.message drop constraint refused")
                    .update();
        }
        assertThat(lost.about(ANNAS_IPHONE)).isPresent();
        assertThat(commands.find(clear.id()).orElseThrow().state()).isEqualTo(CommandState.CANCELLED);
        assertThat(whats("anna")).doesNotContain(What.LOST, What.CANCELLED);
    }

    @Test
    void that_it_is_found_is_told_also_while_the_mdm_is_away() {
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        database.sql("delete from devices.picture where key like 'device%'").update();
        mdm.fault("error", "GET", "");
        assertThat(endings.end(people.actor("sara"), ANNAS_IPHONE, LostReport.Ending.FOUND))
                .isEqualTo(LostEndings.Ended.YES);
        assertThat(whats("anna")).containsExactly(What.FOUND, What.LOST);
    }

    @Test
    void a_lost_phone_is_told_also_while_the_mdm_is_away() {
        reachable.find(people.person("anna"), ANNAS_IPHONE);
        clock.pass(Duration.ofMinutes(1));
        mdm.fault("error", "GET", "/");
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        assertThat(whats("anna")).containsExactly(What.LOST);
        assertThat(whats("bo")).containsExactly(What.LOST);
    }

    @Test
    void a_lost_phone_whose_owner_has_no_known_manager_is_told_to_it() {
        people.person("sara");
        var anna = people.actor("anna");
        database.sql("update identity.person set manager = null where :address = any(addresses)")
                .param("address", ANNA)
                .update();
        lost.report(anna, ANNAS_IPHONE);
        assertThat(whats("sara")).contains(What.LOST);
        colleagues.report(people.actor("maja"), ANNA, null);
        await().untilAsserted(() -> assertThat(whats("sara")).contains(What.LOST_FOR));
    }

    @Test
    void a_wipe_whose_effect_cannot_be_seen_is_not_told_as_done() {
        mdm.offline(ANNAS_IPHONE);
        sentWipe();
        clock.pass(Duration.ofDays(31));
        await().untilAsserted(() -> assertThat(whats("anna")).contains(What.WIPE_UNSEEN));
        assertThat(whats("anna")).doesNotContain(What.WIPED);
        assertThat(whats("bo")).contains(What.WIPE_UNSEEN).doesNotContain(What.WIPED);
        assertThat(mailTo(BO).getLast().text()).contains("inte hörts av på trettio dagar");
    }

    @Test
    void a_wipe_that_the_device_contradicts_is_told() {
        Command wipe = wipe();
        becomes(wipe, CommandState.CONTRADICTED, "still-reports");
        assertThat(whats("anna")).startsWith(What.WIPE_DOUBTED);
        assertThat(whats("bo")).startsWith(What.WIPE_DOUBTED);
    }

    @Test
    void what_nobody_knows_is_told_to_it_and_what_was_found_out_to_all() {
        mdm.fault("lost", "POST", "wipedevice");
        Command wipe = wipe();
        portal.resumeSending();
        await().untilAsserted(() -> assertThat(state(wipe)).isEqualTo(CommandState.HELD));
        clock.pass(Duration.ofMinutes(16));
        await().untilAsserted(() -> assertThat(state(wipe)).isEqualTo(CommandState.UNKNOWN));
        assertThat(messages.of(people.person("sara"), 1)).singleElement().satisfies(message -> {
            assertThat(message.what()).isEqualTo(What.TO_SETTLE);
            assertThat(message.link()).isEqualTo("unknown");
        });
        assertThat(whats("anna")).startsWith(What.WIPE_UNKNOWN);
        assertThat(whats("bo")).startsWith(What.WIPE_UNKNOWN);
        commands.settle(people.actor("sara"), wipe.id(), false, "Still starts as before");
        assertThat(whats("anna")).startsWith(What.WIPE_NOT_DONE);
        assertThat(whats("bo")).startsWith(What.WIPE_NOT_DONE);
    }

    @Test
    void a_wipe_beyond_the_limit_is_told_to_it_once() {
        Command wipe = wipe();
        becomes(wipe, CommandState.HELD, "limit");
        database.sql("insert into commands.release (command, person, name, at) values (:id, :id, 'Sara', now())")
                .param("id", wipe.id().value())
                .update();
        becomes(wipe, CommandState.HELD, "limit");
        assertThat(whats("sara")).containsOnlyOnce(What.WIPE_BEYOND_LIMIT);
        assertThat(whats("anna")).doesNotContain(What.WIPE_HELD);
        assertThat(whats("bo")).doesNotContain(What.WIPE_HELD);
    }

    @Test
    void what_it_asked_for_on_my_device_and_is_called_off_is_told_to_me_with_the_reason() {
        portal.holdSending();
        desk.ordersWithApproval("sara", new Action.ClearPasscode(), ANNAS_IPHONE, "daniel");
        lost.report(people.actor("maja"), ANNAS_IPHONE);
        assertThat(messages.of(people.person("anna"), 9)).anySatisfy(message -> {
            assertThat(message.what()).isEqualTo(What.OTHERS_CANCELLED);
            assertThat(message.about()).isEqualTo("Sara Nyström");
            assertThat(message.why()).isEqualTo(new Why("lost", null));
        });
        assertThat(whats("sara")).contains(What.CANCELLED);
        assertThat(messages.of(people.person("daniel"), 9)).anySatisfy(message -> {
            assertThat(message.what()).as("to whom who said yes").isEqualTo(What.APPROVED_CANCELLED);
            assertThat(message.why()).isEqualTo(new Why("lost", null));
        });
    }

    @Test
    void what_came_from_no_request_is_told_too() {
        portal.holdSending();
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        Command lock = commands.ofDevice(ANNAS_IPHONE, 1).getFirst();
        becomes(lock, CommandState.REFUSED, "mdm-refused");
        assertThat(whats("anna")).startsWith(What.REFUSED);
    }

    @Test
    void an_address_is_the_same_with_capital_letters() {
        transaction.executeWithoutResult(_ -> post.tell(
                new Recipient.Address("Anna.Akesson@Fjallrav.Example"), News.of(What.FOUND, "", "iPhone", "messages")));
        assertThat(whats("anna")).containsExactly(What.FOUND);
    }

    private Command wipe() {
        portal.holdSending();
        return desk.ordersWithApproval("anna", new Action.Wipe(), ANNAS_IPHONE, "bo");
    }

    private void sentWipe() {
        Command wipe = desk.ordersWithApproval("anna", new Action.Wipe(), ANNAS_IPHONE, "bo");
        await().untilAsserted(() -> assertThat(state(wipe)).isEqualTo(CommandState.HELD));
        clock.pass(Duration.ofMinutes(16));
        await().untilAsserted(() -> assertThat(state(wipe)).isEqualTo(CommandState.ACCEPTED));
    }

    private CommandState state(Command command) {
        return commands.find(command.id()).orElseThrow().state();
    }

    /** As if it had come to that. */
    private void becomes(Command command, CommandState state, String note) {
        transaction.executeWithoutResult(_ -> {
            database.sql("update commands.command set state = :state where id = :id")
                    .param("state", state.name())
                    .param("id", command.id().value())
                    .update();
            news.on(new Command.CommandStepped(
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

    private List<What> whats(String username) {
        return messages.of(people.person(username), 50).stream()
                .map(Message::what)
                .toList();
    }

    private List<Sent> mailTo(String address) {
        return database.sql("select * from notifications.mail where address = :address order by at, id")
                .param("address", address)
                .query((row, _) -> new Sent(
                        row.getString("address"),
                        row.getString("language"),
                        row.getString("subject"),
                        row.getString("text"),
                        row.getString("link")))
                .list();
    }

    private int waiting() {
        return database.sql("select count(*) from notifications.mail where sent_at is null")
                .query(Integer.class)
                .single();
    }
}
