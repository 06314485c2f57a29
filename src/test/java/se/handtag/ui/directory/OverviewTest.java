package se.handtag.ui.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNAS_IPHONE;
import static se.handtag.PortalDevices.ANNAS_MACBOOK;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.handtag.commands.CommandState;
import se.handtag.notifications.MailState;
import se.handtag.policy.Action;
import se.handtag.requests.Approvals;
import se.handtag.requests.Asked;
import se.handtag.requests.Desk;
import se.handtag.requests.Figures;
import se.handtag.requests.RequestId;
import se.handtag.requests.Requests;
import se.handtag.ui.words.Readings;

@ViewPackages(packages = "se.handtag.ui")
class OverviewTest extends Screens {
    @Autowired
    Readings readings;

    @Autowired
    ApplicationContext portal;

    @Autowired
    JdbcClient database;

    @Autowired
    Desk desk;

    @Autowired
    Figures figures;

    @Autowired
    Approvals approvals;

    @Autowired
    Requests requests;

    @Test
    void the_health_of_every_part_is_told_in_words() {
        open("sara", "health");
        says("The identity provider");
        assertThat(page())
                .contains("Commands are sent and devices are read", "PostgreSQL 18", "Mail")
                .doesNotContain("Not set up");
    }

    @Test
    void a_database_that_is_away_is_told_and_what_stands_in_it_is_not_known_then() throws Exception {
        open("sara", "health");
        says("Requests, commands and the log are kept.");
        var health = new HealthView(withoutDatabase().getBean(Checks.class), readings);
        $(Main.class).single().add(health);
        Objects.requireNonNull(health.read()).run();
        says("Nothing can be asked for until it is back.");
        assertThat(health.getElement().getTextRecursively())
                .contains("How mail goes stands in the database, which does not answer.", "The identity provider")
                .doesNotContain("PostgreSQL 18");
    }

    /** The portal's own parts, but for what asks the database how things are: nobody answers there. */
    private BeanFactory withoutDatabase() throws ClassNotFoundException {
        var parts = new DefaultListableBeanFactory(portal);
        parts.registerSingleton(
                "jdbcClient", JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://localhost:1/nothing")));
        // By the names that they have in the portal, whose own they hide.
        for (String part :
                List.of("se.handtag.notifications.Outbox", MailState.class.getName(), Checks.class.getName())) {
            parts.registerBeanDefinition(
                    part,
                    new RootBeanDefinition(Class.forName(part), AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR, false));
        }
        return parts;
    }

    @Test
    void an_mdm_that_is_away_is_told_with_what_that_means() {
        mdm.fault("error", "GET", "/api/groups");
        open("sara", "health");
        says("Commands wait and are sent when it is back");
    }

    @Test
    void mail_that_will_never_be_sent_is_told_with_what_the_mail_server_answered() {
        database.sql("""
                        insert into notifications.mail
                          (id, address, language, subject, text, link, at, attempts, problem, tried_at, given_up_at)
                        values (gen_random_uuid(), 'nobody@fjallrav.example', 'en', 'S', 'T', '', :now, 1,
                          'SendFailedException 550 5.1.1', :now, :now)
                        """).param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
        open("sara", "health");
        says("given up within the last day: 1");
        assertThat(page()).contains("Some given up", "SendFailedException 550 5.1.1");
    }

    @Test
    void requests_are_counted_by_day_action_and_department() {
        desk.orders("anna", new Action.Refresh(), ANNAS_IPHONE);
        desk.asksAndWaits("anna", new Action.ClearPasscode(), ANNAS_IPHONE);
        var all = figures.byDay(Instant.EPOCH, ZoneOffset.UTC);
        assertThat(all).hasSize(1);
        assertThat(all.getFirst().total()).isEqualTo(2);
        assertThat(all.getFirst().counts()).containsEntry(Figures.Outcome.WAITING, 1);
        assertThat(figures.byAction(Instant.EPOCH))
                .extracting(Figures.Line::asked)
                .containsExactly(1, 1);
        assertThat(figures.byDepartment(Instant.EPOCH))
                .singleElement()
                .satisfies(line -> assertThat(line.name()).isNotBlank());
        assertThat(figures.whole(Instant.EPOCH).asked()).isEqualTo(2);
        open("sara", "numbers");
        assertThat(page()).contains("By day and outcome", "Clear the passcode", "Ask it to report", "Waits for a yes");
    }

    @Test
    void a_persons_no_the_rules_no_and_what_was_taken_back_or_is_not_known_are_told_apart() {
        var refused = desk.asksAndWaits("anna", new Action.ClearPasscode(), ANNAS_IPHONE);
        approvals.reject(people.actor("bo"), refused, "Not today");
        var takenBack = desk.asksAndWaits("anna", new Action.ClearPasscode(), ANNAS_IPHONE);
        requests.withdraw(people.actor("anna"), takenBack);
        assertThat(desk.asks("anna", new Action.Lock(), ANNAS_MACBOOK)).isInstanceOf(Asked.Denied.class);
        mdm.fault("lost", "POST", "sendmessage");
        var unknown = desk.orders("sara", new Action.Message("Call us"), ANNAS_IPHONE);
        await().untilAsserted(() -> assertThat(desk.commandOf(new RequestId(Objects.requireNonNull(unknown.request())))
                        .state())
                .isEqualTo(CommandState.UNKNOWN));
        assertThat(figures.byDay(Instant.EPOCH, ZoneOffset.UTC))
                .singleElement()
                .satisfies(day -> assertThat(day.counts())
                        .containsExactlyInAnyOrderEntriesOf(Map.of(
                                Figures.Outcome.NO, 1,
                                Figures.Outcome.LET_GO, 1,
                                Figures.Outcome.DENIED, 1,
                                Figures.Outcome.UNKNOWN, 1)));
    }

    @Test
    void how_long_it_takes_is_counted_from_asking_until_the_decision_and_until_the_mdm_takes_it() {
        var request = desk.asksAndWaits("anna", new Action.ClearPasscode(), ANNAS_IPHONE);
        clock.pass(Duration.ofHours(2));
        approvals.approve(people.actor("bo"), request, null);
        await().until(() -> figures.whole(Instant.EPOCH).accepted() != null);
        var whole = figures.whole(Instant.EPOCH);
        assertThat(whole.decided()).isBetween(Duration.ofHours(2), Duration.ofHours(3));
        assertThat(whole.accepted()).isBetween(whole.decided(), Duration.ofHours(3));
        open("sara", "numbers");
        assertThat(page()).contains("Until the last yes or no", "2 h", "Until the MDM accepts it");
    }

    @Test
    void a_time_is_a_bar_as_long_as_its_share_of_the_longest_and_none_where_nothing_was_measured() {
        var quick = desk.asksAndWaits("anna", new Action.ClearPasscode(), ANNAS_IPHONE);
        clock.pass(Duration.ofHours(2));
        approvals.reject(people.actor("bo"), quick, "Not today");
        var slow = desk.asksAndWaits("anna", new Action.Wipe(), ANNAS_IPHONE);
        clock.pass(Duration.ofHours(8));
        approvals.reject(people.actor("bo"), slow, "Not today");
        open("sara", "numbers");
        assertThat(cells("By action", "Clear the passcode")).containsExactly("1 100 %", "2 h 25 %", "–", "–");
        assertThat(cells("By action", "Erase everything")).containsExactly("1 100 %", "8 h 100 %", "–", "–");
        assertThat(cells("How long it takes", "Until the last yes or no")).containsExactly("5 h 100 %");
        assertThat(cells("How long it takes", "Until the effect is seen")).containsExactly("–");
    }

    /** What each number of a row says, and how long its bar is. */
    private List<String> cells(String table, String row) {
        var found = $(NativeTableRow.class, $(Bars.class).withAriaLabel(table).single())
                .withCondition(each -> each.getChildren()
                        .findFirst()
                        .orElseThrow()
                        .getElement()
                        .getText()
                        .equals(row))
                .single();
        return $(NativeTableCell.class, found).all().stream()
                .map(cell -> Stream.concat(
                                Stream.of(cell.getElement().getTextRecursively()),
                                $(Span.class, cell).withClassName("bar-part").all().stream()
                                        .map(OverviewTest::length))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static String length(Span bar) {
        return Math.round(Double.parseDouble(bar.getStyle().get("width").replace("%", ""))) + " %";
    }

    @Test
    void how_long_it_takes_until_the_device_shows_the_effect_is_counted() {
        desk.orders("anna", new Action.Refresh(), ANNAS_IPHONE);
        await().until(() -> figures.whole(Instant.EPOCH).accepted() != null);
        assertThat(figures.whole(Instant.EPOCH).effect()).isNull();
        clock.pass(Duration.ofHours(3));
        mdm.tick();
        await().until(() -> figures.whole(Instant.EPOCH).effect() != null);
        assertThat(figures.whole(Instant.EPOCH).effect()).isBetween(Duration.ofHours(3), Duration.ofHours(4));
        assertThat(figures.byAction(Instant.EPOCH))
                .singleElement()
                .satisfies(line -> assertThat(line.effect()).isBetween(Duration.ofHours(3), Duration.ofHours(4)));
        open("sara", "numbers");
        assertThat(page()).contains("Until the effect is seen", "3 h");
    }

    @Test
    void no_requests_are_no_picture() {
        open("sara", "numbers");
        assertThat(page()).contains("Nothing was asked for in that time");
    }
}
