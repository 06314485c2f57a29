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
import se.handtag.PortalClock;
import se.handtag.PortalTest;
import se.handtag.identity.Contacts;
import se.handtag.identity.SamplePeople;
import se.handtag.notifications.Message.What;
import se.handtag.policy.Action;
import se.handtag.recovery.ColleagueReports;
import se.handtag.recovery.LostReports;
import se.handtag.requests.Approvals;
import se.handtag.requests.Delegations;
import se.handtag.requests.Desk;
import se.handtag.requests.RequestId;
import se.handtag.requests.Requests;

/** Who is told what, in the portal and by mail. */
@PortalTest
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
        assertThat(mailTo(ANNA)).singleElement().satisfies(mail -> {
            assertThat(mail.text()).contains("Maja Lindqvist");
            assertThat(mail.link()).isEqualTo("device/" + ANNAS_IPHONE);
        });
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
