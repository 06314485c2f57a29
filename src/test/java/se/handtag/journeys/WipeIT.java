package se.handtag.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.handtag.PortalClock;

/** Erasing takes two people and a quarter of an hour; and what waits goes out with locks first. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WipeIT extends Journey {
    private static final String ANNAS_IPHONE = "19eefc94-c6ca-4215-9ac4-c366a4136e1a";

    @Autowired
    private PortalClock clock;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void nothingWaits() {
        database.sql("update requests.request set state = 'WITHDRAWN' where state = 'WAITING'")
                .update();
        database.sql("truncate commands.command, commands.scheduled_tasks cascade")
                .update();
        database.sql("delete from recovery.lost_report").update();
    }

    @AfterEach
    void backToToday() {
        clock.back();
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
        hasCome(anna, "Accepted by the MDM");
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
        press(anna, "Install: Microsoft Teams");
        press(anna, "Install on iPhone 16 …K7QX");
        sees(anna, "It will be sent as soon as it does");
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

    /** What Anna asked for and Bo said yes to; her page. */
    private Page heldWipe() throws Exception {
        var anna = signIn("anna");
        anna.navigate(address("device/" + ANNAS_IPHONE));
        asks(anna);
        press(anna, "Sign in once more");
        anna.waitForURL(url -> !url.startsWith(address("")));
        signInHere(anna, "anna");
        asks(anna);
        sees(anna, "Waiting for");
        var bo = signIn("bo", 390, 844, ColorScheme.LIGHT, "en", "approvals");
        press(bo, "Approve for …K7QX");
        bo.getByRole(AriaRole.DIALOG)
                .or(bo.getByRole(AriaRole.ALERTDIALOG))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Approve for iPhone 16 …K7QX"))
                .click();
        sees(bo, "Until then you can undo it");
        clock.pass(Duration.ofSeconds(11));
        sees(anna, "unless it is called off");
        picture(anna, "wipe-held");
        await().untilAsserted(() -> assertThat(journal()).contains("lockdevice"));
        return anna;
    }

    private static void asks(Page anna) {
        press(anna, "Request: Erase everything");
        anna.getByLabel("Why?").fill("It is to be sold");
        press(anna, "Request for iPhone 16 …K7QX");
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }
}
