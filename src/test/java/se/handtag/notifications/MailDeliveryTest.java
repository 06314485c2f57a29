package se.handtag.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static se.handtag.PortalDevices.ANNAS_IPHONE;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import se.handtag.Gauged;
import se.handtag.PortalClock;
import se.handtag.PortalState;
import se.handtag.PortalTest;
import se.handtag.policy.Action;
import se.handtag.requests.Desk;

/** Mail against a mail server that comes and goes. */
@PortalTest
class MailDeliveryTest {
    @Autowired
    Outbox outbox;

    @Autowired
    Envelope envelope;

    @Autowired
    NotificationSettings settings;

    @Autowired
    MailWords words;

    @Autowired
    MailMetrics metrics;

    @Autowired
    Environment environment;

    @Autowired
    MailHealth health;

    @Autowired
    JdbcClient database;

    @Autowired
    PortalState portal;

    @Autowired
    PortalClock clock;

    @Autowired
    Desk desk;

    private GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private int port;
    private UUID mail = new UUID(0, 0);

    @BeforeEach
    void one_mail_waits() {
        server.start();
        port = server.getSmtp().getPort();
        portal.holdSending();
        desk.asksAndWaits("anna", new Action.Wipe(), ANNAS_IPHONE);
        mail = database.sql("select id from notifications.mail")
                .query(UUID.class)
                .single();
    }

    @AfterEach
    void stop() {
        server.stop();
        portal.resumeSending();
    }

    @Test
    void a_mail_has_plain_text_and_html_and_asks_for_no_answer() throws Exception {
        assertThat(delivery().next(mail)).isInstanceOf(MailDelivery.Next.Done.class);
        var received = server.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getHeader("Message-ID")).containsExactly("<" + mail + "@handtag>");
        assertThat(received[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(received[0].getFrom())
                .extracting(Object::toString)
                .containsExactly("Handtag <handtag@fjallrav.example>");
        String whole = GreenMailUtil.getWholeMessage(received[0]);
        assertThat(whole).contains("text/plain").contains("text/html").doesNotContain("<script", "<img");
        assertThat(whole).contains("/approvals?request=");
    }

    @Test
    void while_the_mail_server_is_down_mail_is_kept_and_tried_again_and_health_says_so() {
        server.stop();
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
        assertThat(delivery().next(mail))
                .isInstanceOfSatisfying(
                        MailDelivery.Next.Again.class,
                        again -> assertThat(again.at()).isAfter(clock.instant()));
        assertThat(health.health().getStatus()).isEqualTo(MailHealth.DELAYED);
        assertThat(health.health().getDetails()).containsEntry("failing", 1);
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        assertThat(delivery().next(mail)).isInstanceOf(MailDelivery.Next.Done.class);
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void a_mail_that_was_sent_is_not_sent_again() {
        delivery().next(mail);
        assertThat(delivery().next(mail)).isInstanceOf(MailDelivery.Next.Done.class);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void nobody_tries_for_ever() {
        server.stop();
        clock.pass(Duration.ofDays(4));
        assertThat(delivery().next(mail)).isInstanceOf(MailDelivery.Next.Done.class);
        assertThat(outbox.waiting(mail)).isEmpty();
    }

    @Test
    void an_address_that_is_none_is_given_up_at_once() {
        database.sql("update notifications.mail set address = 'not an address'").update();
        assertThat(delivery().next(mail)).isInstanceOf(MailDelivery.Next.Done.class);
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(outbox.waiting(mail)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RCPT | 554 5.7.1 Relay access denied              | SendFailedException 554 5.7.1
            RCPT | 550 relay not permitted                    | SendFailedException 550
            RCPT | 550 5.1.8 Sender address rejected          | SendFailedException 550 5.1.8
            RCPT | 553 5.7.1 Not owned by this user           | SendFailedException 553 5.7.1
            RCPT | 551 Not local here                         | SendFailedException 551
            MAIL | 550 5.1.1 Nobody of that name may send     | SMTPSendFailedException 550 5.1.1
            MAIL | 501 5.1.7 Bad sender                       | SMTPSendFailedException 501 5.1.7
            DATA | 554 5.7.1 No                               | SMTPSendFailedException 554 5.7.1
            """)
    void a_sender_or_a_way_that_is_refused_costs_no_mail_and_health_says_so(
            String command, String words, String problem) {
        try (var refusing = new RefusingMailServer(command, words)) {
            port = refusing.port();
            assertThat(delivery().next(mail)).isInstanceOf(MailDelivery.Next.Again.class);
        }
        assertThat(health.health().getStatus()).isEqualTo(MailHealth.DELAYED);
        assertThat(health.health().getDetails()).containsEntry("failing", 1).containsEntry("problem", problem);
        port = server.getSmtp().getPort();
        assertThat(delivery().next(mail)).isInstanceOf(MailDelivery.Next.Done.class);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"550 5.1.1 Nobody here", "550-5.1.10 Takes no mail\r\n550 5.1.10 at all", "550 5.2.1 Off"})
    void a_reader_whom_the_mail_server_does_not_know_is_given_up_and_that_is_told_for_a_day(String words) {
        try (var refusing = new RefusingMailServer("RCPT", words)) {
            port = refusing.port();
            assertThat(delivery().next(mail)).isInstanceOf(MailDelivery.Next.Done.class);
        }
        assertThat(outbox.waiting(mail)).isEmpty();
        assertThat(health.health().getStatus()).isEqualTo(MailHealth.GIVEN_UP);
        assertThat(health.health().getDetails()).containsEntry("givenUp", 1);
        assertThat(metrics.now())
                .contains(
                        Gauged.Value.of("handtag.mail.given.up", 1),
                        Gauged.Value.of("handtag.mail.failing", 0),
                        Gauged.Value.of("handtag.mail.waiting", 0));
        clock.pass(Duration.ofHours(25));
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void a_sender_that_is_none_costs_no_mail() {
        Envelope right = envelope;
        envelope = new Envelope(words, from("nobody@"), environment);
        assertThat(delivery().next(mail)).isInstanceOf(MailDelivery.Next.Again.class);
        envelope = right;
        assertThat(delivery().next(mail)).isInstanceOf(MailDelivery.Next.Done.class);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_sender_whom_the_settings_name_goes_by_that_name() throws Exception {
        envelope = new Envelope(words, from("Mobiler <mobil@fjallrav.example>"), environment);
        delivery().next(mail);
        assertThat(server.getReceivedMessages()[0].getFrom())
                .extracting(Object::toString)
                .containsExactly("Mobiler <mobil@fjallrav.example>");
    }

    private NotificationSettings from(String sender) {
        return new NotificationSettings(sender, null, "en", settings.keepTrying(), settings.keepSent());
    }

    private MailDelivery delivery() {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        var beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        ObjectProvider<JavaMailSender> provider = beans.getBeanProvider(JavaMailSender.class);
        return new MailDelivery(outbox, envelope, provider, settings, clock);
    }
}
