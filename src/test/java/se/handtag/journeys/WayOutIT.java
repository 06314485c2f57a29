package se.handtag.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.handtag.PortalClock;

/** Erasing takes two people and a quarter of an hour, a lost phone one press, and what waits goes out with locks first. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WayOutIT extends Journey {
    private static final String ANNAS_IPHONE = "19eefc94-c6ca-4215-9ac4-c366a4136e1a";

    @Autowired
    private PortalClock clock;

    @Autowired
    private JdbcClient database;

    @Autowired
    private DataSource source;

    /** What other journeys have left would answer differently here, and what this one leaves, there. */
    @BeforeEach
    @AfterEach
    void nothingWaitsAndNothingIsUnderWay() {
        clock.back();
        database.sql("update requests.request set state = 'WITHDRAWN' where state = 'WAITING'")
                .update();
        database.sql("truncate commands.command cascade").update();
        database.sql("delete from recovery.lost_report").update();
        database.sql("delete from commands.bucket").update();
        database.sql("update commands.scheduled_tasks set execution_time = least(execution_time, now())")
                .update();
    }

    @Test
    void a_wipe_is_held_with_the_phone_locked_and_called_off_by_one_press() throws Exception {
        var anna = heldWipe();
        press(anna, "Call it off");
        sees(anna, "Called off before it was sent");
        clock.pass(Duration.ofMinutes(16));
        assertThat(journal()).contains("lockdevice").doesNotContain("wipedevice");
    }

    @Test
    void two_people_and_a_quarter_of_an_hour_erase_it() throws Exception {
        var anna = heldWipe();
        assertThat(journal()).doesNotContain("wipedevice");
        clock.pass(Duration.ofMinutes(16));
        hasCome(anna, "Accepted by the device management");
        assertThat(journal()).contains("wipedevice");
    }

    @Test
    void beyond_the_company_s_limit_it_waits_until_two_of_it_let_it_pass() throws Exception {
        noMoreWipesToday();
        var anna = heldWipe();
        clock.pass(Duration.ofMinutes(16));
        var sara = signIn("sara", 1280, 800, ColorScheme.LIGHT, "en", "held");
        sees(sara, "More than usual has been asked for");
        press(sara, "Let it pass");
        sees(sara, "One more of IT has to say yes");
        picture(sara, "wipe-beyond-the-limit");
        press(sara, "Let it pass");
        sees(sara, "Somebody else has to say yes");
        assertThat(journal()).doesNotContain("wipedevice");
        var daniel = signIn("daniel", 390, 844, ColorScheme.DARK, "en", "held");
        press(daniel, "Let it pass");
        sees(daniel, "Nothing waits");
        hasCome(anna, "Accepted by the device management");
        assertThat(journal()).contains("wipedevice");
    }

    @Test
    void what_waited_for_the_mdm_goes_out_with_the_lock_first() throws Exception {
        var anna = signIn("anna");
        sees(anna, "Annas iPhone");
        anna.navigate(address("device/" + ANNAS_IPHONE));
        mdmDown();
        press(anna, "Choose…");
        anna.getByLabel("Find an app").fill("teams");
        PlaywrightAssertions.assertThat(anna.getByText("BankID")).hasCount(0);
        press(anna, "Install: Microsoft Teams");
        press(anna, "Install on iPhone 16 …K7QX");
        sees(anna, "It will be sent as soon as it does");
        picture(anna, "waits-for-the-mdm");
        anna.navigate(address("device/" + ANNAS_IPHONE));
        press(anna, "Lock …K7QX: Lock the screen");
        press(anna, "Lock iPhone 16 …K7QX");
        sees(anna, "It will be sent as soon as it does");
        faultsOff();
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(journal()).contains("installapp"));
        String journal = journal();
        assertThat(journal.indexOf("lockdevice")).isBetween(0, journal.indexOf("installapp"));
    }

    @Test
    void without_javascript_on_the_smallest_screen_one_press_after_signing_in_locks_it() throws Exception {
        var eva = signInWithoutJavaScript("eva", 320, 568, "sv", "lost");
        sees(eva, "Vilken är borta?");
        assertThat(eva.evaluate("document.documentElement.scrollWidth"))
                .as("nothing to scroll sideways for")
                .isEqualTo(320);
        picture(eva, "lost-320-sv");
        assertThat(journal()).doesNotContain("lockdevice");
        press(eva, "Lås Evas iPhone");
        sees(eva, "Evas iPhone är anmäld som borttappad");
        assertThat(eva.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
        picture(eva, "lost-done-320-sv");
        await().untilAsserted(() -> assertThat(journal()).contains("lockdevice"));
    }

    @Test
    void a_colleague_is_reported_for_whose_phone_is_locked_and_who_reads_by_whom() throws Exception {
        var bo = signIn("bo");
        var maja = signIn("maja", 390, 844, ColorScheme.LIGHT, "en", "lost/colleague");
        maja.getByLabel("E-mail address, account or full name").fill("bo.lind@fjallrav.example");
        picture(maja, "lost-colleague-390");
        press(maja, "Report it and lock");
        sees(maja, "You are told nothing more about them here");
        assertThat(maja.content()).doesNotContain("iPhone", "iPad");
        await().untilAsserted(() -> assertThat(journal()).contains("lockdevice"));
        bo.navigate(address("messages"));
        sees(bo, "Maja Lindqvist reported for a colleague that a phone is gone");
    }

    @Test
    void the_help_desk_locks_a_caller_s_phone_under_a_ticket_and_the_caller_reads_it() throws Exception {
        var maja = signIn("maja", 1280, 800, ColorScheme.LIGHT, "en", "help");
        maja.getByLabel("E-mail address or account").fill("bo.lind@fjallrav.example");
        press(maja, "Open");
        sees(maja, "Give the ticket’s number.");
        maja.getByLabel("Ticket number").fill("INC-4711");
        press(maja, "Open");
        sees(maja, "You act for Bo Lind, ticket INC-4711.");
        picture(maja, "help-somebody");
        press(maja, "Lock");
        sees(maja, "Bo Lind sees that you did it.");
        assertThat(journal()).doesNotContain("lockdevice");
        press(maja, "Lock iP");
        sees(maja, "It is on its way.");
        await().untilAsserted(() -> assertThat(journal()).contains("lockdevice"));
        sees(signIn("bo", 390, 844, ColorScheme.LIGHT, "en", "touched"), "Ticket INC-4711");
    }

    /** As though the company had erased as many today as the trial's limits let it. */
    private void noMoreWipesToday() {
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(source)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("commands.bucket")
                .build()
                .getProxy(
                        "wipe/PT24H/20/company",
                        () -> BucketConfiguration.builder()
                                .addLimit(limit -> limit.capacity(20).refillGreedy(20, Duration.ofDays(1)))
                                .build())
                .tryConsume(20);
    }

    /** What Anna asked for and Bo said yes to; her page. */
    private Page heldWipe() throws Exception {
        var anna = signIn("anna", 1280, 800, ColorScheme.LIGHT, "en", "device/" + ANNAS_IPHONE);
        asks(anna);
        signsInOnceMore(anna, "anna");
        asks(anna);
        sees(anna, "Waiting for");
        var bo = signIn("bo", 390, 844, ColorScheme.LIGHT, "en", "approvals");
        approves(bo);
        signsInOnceMore(bo, "bo");
        approves(bo);
        sees(bo, "Until then you can undo it");
        assertThat(journal()).doesNotContain("lockdevice");
        clock.pass(Duration.ofSeconds(11));
        sees(anna, "unless it is called off");
        picture(anna, "wipe-held");
        await().untilAsserted(() -> assertThat(journal()).contains("lockdevice"));
        return anna;
    }

    private void signsInOnceMore(Page page, String username) {
        press(page, "Sign in once more");
        page.waitForURL(url -> !url.startsWith(address("")));
        signInHere(page, username);
    }

    private static void asks(Page anna) {
        press(anna, "Request: Erase everything");
        anna.getByLabel("Why?").fill("It is to be sold");
        press(anna, "Request for iPhone 16 …K7QX");
    }

    private static void approves(Page bo) {
        press(bo, "Approve for …K7QX");
        bo.getByRole(AriaRole.DIALOG)
                .or(bo.getByRole(AriaRole.ALERTDIALOG))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Approve for iPhone 16 …K7QX"))
                .click();
    }
}
