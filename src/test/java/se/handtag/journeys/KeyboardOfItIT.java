package se.handtag.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static se.handtag.journeys.Keys.key;
import static se.handtag.journeys.Keys.tabBackTo;
import static se.handtag.journeys.Keys.tabTo;

import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.handtag.PortalClock;
import se.handtag.PortalDevices;
import se.handtag.mdm.AppId;

/** IT at work without a mouse. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyboardOfItIT extends Journey {
    /** An app that everybody is offered. */
    private static final AppId EXPENSES = new AppId(8);

    @Autowired
    private JdbcClient database;

    @Autowired
    private PortalClock clock;

    @BeforeEach
    @AfterEach
    void nothingWaits() {
        clock.back();
        database.sql("update requests.request set state = 'WITHDRAWN' where state = 'WAITING'")
                .update();
        database.sql("truncate commands.command cascade").update();
        database.sql("delete from commands.bucket").update();
        database.sql("delete from requests.proposal").update();
        database.sql("update catalogue.app set offered = true where app_id = " + EXPENSES)
                .update();
        database.sql("update commands.scheduled_tasks set execution_time = least(execution_time, now())")
                .update();
    }

    @Test
    void a_wipe_that_is_held_is_called_off_by_keys_alone() throws Exception {
        var anna = signIn("anna");
        open(anna, "device/" + PortalDevices.ANNAS_IPHONE);
        asksForAWipe(anna);
        signsInOnceMore(anna, "anna");
        asksForAWipe(anna);
        sees(anna, "Waiting for");
        var bo = signIn("bo");
        open(bo, "approvals");
        approves(bo);
        signsInOnceMore(bo, "bo");
        approves(bo);
        sees(bo, "Until then you can undo it");
        clock.pass(Duration.ofSeconds(11));
        sees(anna, "unless it is called off");

        var sara = signIn("sara");
        open(sara, "held");
        sees(sara, "Erase everything: iPhone 16 …K7QX");
        tabTo(sara, "Call it off");
        key(sara, "Enter");
        sees(sara, "Nothing waits");
        hasFailed(anna, "Called off before it was sent");
        clock.pass(Duration.ofMinutes(16));
        assertThat(journal()).contains("lockdevice").doesNotContain("wipedevice");
    }

    @Test
    void what_takes_two_is_proposed_by_one_and_agreed_to_by_the_other_by_keys_alone() {
        var sara = signIn("sara");
        open(sara, "directory/app/" + EXPENSES);
        tabTo(sara, "People may ask for it");
        key(sara, "Space");
        tabTo(sara, "Save for ");
        key(sara, "Enter");
        sees(sara, "The catalogue is changed.");
        tabBackTo(sara, "People may ask for it");
        key(sara, "Space");
        tabTo(sara, "Save for ");
        key(sara, "Enter");
        sees(sara, "A second person of IT has to agree first.");

        var daniel = signIn("daniel");
        open(daniel, "second-person");
        tabTo(daniel, "Agree: Reseräkningen");
        key(daniel, "Enter");
        sees(daniel, "It holds from now on.");
        sees(daniel, "Nothing waits");
    }

    @Test
    void rules_are_drafted_and_published_by_keys_alone() {
        var sara = signIn("sara");
        open(sara, "rules");
        tabTo(sara, "Change the rules");
        key(sara, "Enter");
        sees(sara, "Nothing is wrong");
        tabTo(sara, "The rules");
        key(sara, "Control+End");
        sara.keyboard().insertText("""

                - id: lost-keeps-its-apps-%s
                  effect: deny
                  actions: [remove]
                  when: device.lost
                  because: {en: It is lost., sv: Den är borta.}
                """.formatted(Long.toString(System.currentTimeMillis(), Character.MAX_RADIX)));
        tabBackTo(sara, "Publish…");
        key(sara, "Enter");
        sees(sara, "Publish these rules?");
        tabTo(sara, "What has changed, and why?");
        sara.keyboard().type("What is lost keeps its apps");
        tabTo(sara, "Publish the rules");
        key(sara, "Enter");
        assertThat(sara.getByText("What is lost keeps its apps").first()).isVisible();
        assertThat(sara.locator("h1")).isFocused();
    }

    private void open(Page page, String path) {
        page.navigate(address(path));
        assertThat(page.locator("#content h1")).isVisible();
    }

    private void signsInOnceMore(Page page, String username) {
        press(page, "Sign in once more");
        page.waitForURL(url -> !url.startsWith(address("")));
        signInHere(page, username);
    }

    private static void asksForAWipe(Page anna) {
        press(anna, "Request: Erase everything");
        anna.getByLabel("Why?").fill("It is to be sold");
        press(anna, "Request for iPhone 16 …K7QX");
    }

    private static void approves(Page bo) {
        press(bo, "Approve for …K7QX");
        confirm(bo, "Approve for iPhone 16 …K7QX");
    }

    private static void hasFailed(Page page, String step) {
        assertThat(page.locator("li.failed", new Page.LocatorOptions().setHasText(step)))
                .isVisible();
    }
}
