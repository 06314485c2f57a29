package se.handtag.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.handtag.PortalClock;

/** A request from the wish to the answer, on a manager's phone. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApprovingIT extends Journey {
    private static final String ANNAS_IPHONE = "19eefc94-c6ca-4215-9ac4-c366a4136e1a";
    private static final double SMALLEST_TARGET = 44;

    @Autowired
    private PortalClock clock;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void nothingWaits() {
        database.sql("update requests.request set state = 'WITHDRAWN' where state = 'WAITING'")
                .update();
    }

    @AfterEach
    void backToToday() {
        clock.back();
        database.sql("update commands.scheduled_tasks set execution_time = least(execution_time, now())")
                .update();
    }

    @Test
    void
            a_manager_comes_by_the_link_in_a_mail_approves_on_a_phone_undoes_it_and_approves_again_and_the_requester_sees_it() {
        // Mail is in the language that its reader had last.
        signIn("bo").context().close();
        var bo = mailbox("bo.lind@fjallrav.example", ColorScheme.DARK);
        int before = bo.locator("a.mail").count();
        var anna = signIn("anna");
        asksForAPasscode(anna, "I forgot it on the ferry");
        await().untilAsserted(() -> {
            bo.reload();
            assertThat(bo.locator("a.mail").count()).isGreaterThan(before);
        });
        bo.locator("a.mail").first().click();
        sees(bo, "Anna Åkesson waits for your yes");
        picture(bo, "mail-390-dark");
        bo.locator(".letter a").click();
        signInHere(bo, "bo");
        sees(bo, "I forgot it on the ferry");
        picture(bo, "inbox-390-dark");
        for (Locator button : bo.locator("main vaadin-button").all()) {
            BoundingBox box = button.boundingBox();
            assertThat(box.height).as(button.innerText()).isGreaterThanOrEqualTo(SMALLEST_TARGET);
            assertThat(box.width).as(button.innerText()).isGreaterThanOrEqualTo(SMALLEST_TARGET);
        }
        approve(bo);
        sees(bo, "Until then you can undo it");
        picture(bo, "inbox-undo-390");
        assertThat(anna.getByText("Bo Lind approved")).hasCount(0);
        press(bo, "Undo");
        sees(bo, "It waits for you again");
        approve(bo);
        sees(bo, "Until then you can undo it");
        clock.pass(Duration.ofSeconds(11));
        sees(bo, "It is on its way, and Anna can see it.");
        sees(anna, "Bo Lind approved");
    }

    @Test
    void a_press_without_connection_is_not_sent_and_not_kept() throws Exception {
        var anna = signIn("anna");
        asksForAPasscode(anna, "Offline");
        var bo = phone("bo", ColorScheme.LIGHT);
        sees(bo, "Offline");
        picture(bo, "inbox-390");
        bo.context().setOffline(true);
        press(bo, "Approve for …K7QX");
        sees(bo, "Not sent: there is no connection");
        picture(bo, "inbox-offline-390");
        bo.context().setOffline(false);
        bo.reload();
        sees(bo, "Offline");
        assertThat(bo.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(journal()).doesNotContain("clearpasscode");
    }

    @Test
    void a_stand_in_decides_and_everybody_sees_for_whom() {
        signIn("jasmina.hodzic").close();
        var bo = signIn("bo", 1280, 800, ColorScheme.LIGHT, "en", "approvals/stand-ins");
        bo.getByLabel("Their e-mail address").first().fill("jasmina.hodzic@fjallrav.example");
        var until = bo.getByLabel("Last day");
        until.fill("2099-12-31");
        until.press("Enter");
        press(bo, "Name as my stand-in");
        sees(bo, "Jasmina Hodžić is your stand-in");
        picture(bo, "stand-ins");
        var anna = signIn("anna");
        asksForAPasscode(anna, "Bo is away");
        sees(anna, "Bo Lind (or Jasmina Hodžić, standing in)");
        var jasmina = phone("jasmina.hodzic", ColorScheme.LIGHT);
        sees(jasmina, "You stand in for Bo Lind");
        approve(jasmina);
        sees(jasmina, "Until then you can undo it");
        clock.pass(Duration.ofSeconds(11));
        sees(anna, "Jasmina Hodžić approved in place of Bo Lind");
        press(bo, "End: Jasmina Hodžić");
        bo.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("End: Jasmina Hodžić"))
                .click();
        sees(bo, "Nobody decides in your place");
    }

    @Test
    void what_nobody_answers_is_passed_on_and_expires_and_the_requester_is_told() {
        signIn("bo").close();
        var anna = signIn("anna");
        asksForAPasscode(anna, "Nobody answers");
        clock.pass(Duration.ofHours(25));
        sees(anna, "Reminded: Bo Lind");
        clock.pass(Duration.ofHours(24));
        sees(anna, "No answer yet, so it also went to");
        clock.pass(Duration.ofDays(6));
        sees(anna, "Nobody answered in time");
        picture(anna, "expired");
    }

    @Test
    void the_inbox_on_a_large_screen() {
        var anna = signIn("anna");
        asksForAPasscode(anna, "For the picture");
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            var bo = signIn("bo", 1280, 800, scheme, "en", "approvals");
            sees(bo, "For the picture");
            picture(bo, "inbox-1280-" + scheme.name().toLowerCase(Locale.ROOT));
        }
        var team = signIn("bo", 390, 844, ColorScheme.LIGHT, "en", "team");
        sees(team, "Anna Åkesson");
        picture(team, "team-390");
    }

    @Test
    void a_manager_s_look_at_the_team_and_at_one_of_them_is_on_record() {
        int lists = looks("search");
        int people = looks("open-person");
        var bo = signIn("bo", 390, 844, ColorScheme.LIGHT, "en", "team");
        sees(bo, "Anna Åkesson");
        assertThat(looks("search")).isGreaterThan(lists);
        assertThat(looks("open-person")).isEqualTo(people);
        bo.getByLabel("Their e-mail address").fill("anna.akesson@fjallrav.example");
        press(bo, "Find");
        await().untilAsserted(() -> assertThat(looks("open-person")).isEqualTo(people + 1));
    }

    private int looks(String action) {
        return database.sql(
                        "select count(*) from audit.record where kind = 'LOOK' and body::jsonb ->> 'action' = :action")
                .param("action", action)
                .query(Integer.class)
                .single();
    }

    private Page phone(String username, ColorScheme scheme) {
        return signIn(username, 390, 844, scheme, "en", "approvals");
    }

    private void asksForAPasscode(Page page, String why) {
        page.navigate(address("device/" + ANNAS_IPHONE));
        press(page, "Request: Clear the passcode");
        page.getByLabel("Why?").fill(why);
        press(page, "Request for iPhone 16 …K7QX");
        sees(page, "Waiting for");
    }

    private static void approve(Page page) {
        press(page, "Approve for …K7QX");
        page.getByRole(AriaRole.DIALOG)
                .or(page.getByRole(AriaRole.ALERTDIALOG))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Approve for iPhone 16 …K7QX"))
                .click();
    }
}
