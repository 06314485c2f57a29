package se.handtag.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.handtag.journeys.Keys.focused;
import static se.handtag.journeys.Keys.key;
import static se.handtag.journeys.Keys.tabTo;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.handtag.PortalDevices;

/** People who use no mouse, do not see the screen, want no motion or choose the colours themselves. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyboardIT extends Journey {
    @Autowired
    private JdbcClient database;

    @BeforeEach
    @AfterEach
    void nothingWaits() {
        database.sql("update requests.request set state = 'WITHDRAWN' where state = 'WAITING'")
                .update();
    }

    @Test
    void a_wish_is_asked_for_taken_back_asked_again_and_approved_by_keys_alone() throws Exception {
        var anna = signIn("anna");
        open(anna, "device/" + PortalDevices.ANNAS_IPHONE);
        tabTo(anna, "Skip to the content");
        key(anna, "Enter");
        assertThat(anna.locator("#content")).isFocused();

        tabTo(anna, "Request: Clear the passcode");
        key(anna, "Enter");
        assertThat(anna.getByLabel("Why?")).isVisible();
        key(anna, "Escape");
        assertThat(anna.getByLabel("Request: Clear the passcode")).isFocused();

        key(anna, "Space");
        assertThat(anna.getByLabel("Why?")).isVisible();
        tabTo(anna, "Why?");
        anna.keyboard().type("I forgot it after the holidays");
        tabTo(anna, "Request for iPhone 16 …K7QX");
        key(anna, "Enter");
        sees(anna, "Waiting for");
        assertThat(anna.locator("h1")).isFocused();

        var bo = signIn("bo");
        open(bo, "approvals");
        tabTo(bo, "Approve for …K7QX");
        key(bo, "Enter");
        assertThat(bo.getByText("Approve for iPhone 16 …K7QX")).isVisible();
        tabTo(bo, "Approve for iPhone 16 …K7QX");
        key(bo, "Enter");
        sees(bo, "It is on its way, and Anna can see it.");
        hasCome(anna, "Accepted by the device management");
        assertThat(journal()).contains("clearpasscode");
    }

    @Test
    void an_app_is_looked_for_chosen_for_a_time_and_asked_for_by_keys_alone() throws Exception {
        var anna = signIn("anna");
        open(anna, "apps");
        tabTo(anna, "Find an app");
        anna.keyboard().type("teams");
        assertThat(anna.getByText("BankID")).hasCount(0);
        await().untilAsserted(() -> assertThat(told(anna)).containsPattern("\\d found"));
        tabTo(anna, "Install: Microsoft Teams");
        key(anna, "Enter");
        assertThat(anna.getByText("For how long")).isVisible();
        tabTo(anna, "For good");
        key(anna, "ArrowDown");
        tabTo(anna, "Install on iPhone 16 …K7QX");
        key(anna, "Enter");
        hasCome(anna, "Accepted by the device management");
        assertThat(anna.locator("h1")).isFocused();
        assertThat(anna.getByText("For how long")).isVisible();
        assertThat(journal()).contains("installapp");
    }

    @Test
    void a_screen_is_locked_and_somebody_signs_out_by_keys_alone() throws Exception {
        var anna = signIn("anna");
        tabTo(anna, "Annas iPhone");
        key(anna, "Enter");
        assertThat(anna.locator("h1")).hasText("Annas iPhone");
        tabTo(anna, "Lock …K7QX: Lock the screen");
        key(anna, "Enter");
        tabTo(anna, "Lock iPhone 16 …K7QX");
        key(anna, "Enter");
        hasCome(anna, "Accepted by the device management");
        assertThat(journal()).contains("lockdevice");

        open(anna, "");
        tabTo(anna, "Account: Anna Åkesson");
        key(anna, "Enter");
        tabTo(anna, "My details");
        tabTo(anna, "Svenska");
        key(anna, "Space");
        sees(anna, "3 enheter är registrerade på dig");
        tabTo(anna, "Konto: Anna Åkesson");
        key(anna, "Enter");
        tabTo(anna, "Logga ut");
        key(anna, "Enter");
        anna.waitForURL(url -> !url.startsWith(address("")));
        anna.navigate(address(""));
        // Whom the provider still knew would be back at once.
        anna.waitForURL(url -> !url.startsWith(address("")));
        assertThat(anna.locator("input[type=password]")).isVisible();
    }

    @Test
    void a_phone_is_reported_lost_by_keys_alone() throws Exception {
        var erik = stranger("lost");
        signInHere(erik, "erik.sandstrom");
        tabTo(erik, "Skip to the content");
        key(erik, "Enter");
        var lock = erik.locator("main button.huge");
        if (lock.count() > 0) {
            tabTo(erik, lock.first().innerText());
            key(erik, "Enter");
        }
        sees(erik, "reported lost");
    }

    @Test
    void the_log_is_narrowed_and_a_record_opened_by_keys_alone() {
        var auditor = signIn("per-olof");
        open(auditor, "audit");
        tabTo(auditor, "Until");
        auditor.keyboard().type("2020-01-31");
        key(auditor, "Enter");
        sees(auditor, "No record fits.");
        await().untilAsserted(() -> assertThat(told(auditor)).contains("No record fits."));
        key(auditor, "Control+A");
        key(auditor, "Delete");
        key(auditor, "Enter");
        var opened = new AtomicReference<String>();
        var records = auditor.locator("[aria-label^='Open record']");
        assertThat(records.first()).isVisible();

        tabTo(auditor, "All kinds");
        key(auditor, "ArrowDown");
        assertThat(auditor.locator("vaadin-select-item").last()).isVisible();
        for (int item = 0; !focused(auditor).equals("Sign-in") && item < Keys.MOST_STOPS; item++) {
            key(auditor, "ArrowDown");
        }
        key(auditor, "Enter");
        assertThat(auditor.locator("vaadin-select-value-button")).hasText("Sign-in");
        tabTo(auditor, "A name, an outcome or an id");
        auditor.keyboard().type("per-olof");
        // A row that is shown no more keeps its words out of sight.
        assertThat(auditor.locator("vaadin-grid-cell-content:visible")
                        .filter(new Locator.FilterOptions().setHasText("Looked at")))
                .hasCount(0);
        assertThat(auditor.locator("vaadin-grid")).containsText("Sign-in");
        await().untilAsserted(
                        () -> assertThat(told(auditor)).containsPattern("\\d records? fits?|The newest \\d+ records"));

        // The search for what was typed may end while one is on the way to a row, which then is another one.
        await().pollInSameThread().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            if (auditor.locator("vaadin-dialog[opened]").count() == 0) {
                tabTo(auditor, "TD");
                key(auditor, "Enter");
                tabTo(auditor, "Open record");
                opened.set(focused(auditor));
                key(auditor, "Enter");
            }
            assertThat(auditor.locator("vaadin-dialog[opened]"))
                    .hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(5_000));
        });
        tabTo(auditor, "Close");
        key(auditor, "Enter");
        assertThat(auditor.locator("vaadin-dialog[opened]")).hasCount(0);
        await().pollInSameThread()
                .untilAsserted(() -> assertThat(focused(auditor)).isEqualTo(opened.get()));
    }

    @Test
    void what_changes_by_itself_is_told_to_whoever_listens() {
        var bo = signIn("bo");
        open(bo, "approvals");
        sees(bo, "Nothing waits for you");
        var anna = signIn("anna");
        open(anna, "device/" + PortalDevices.ANNAS_IPHONE);
        anna.getByLabel("Request: Clear the passcode").click();
        anna.getByLabel("Why?").fill("Told");
        anna.getByText("Request for iPhone 16 …K7QX").click();
        sees(bo, "Told");
        assertThat(told(bo)).contains("1 request waits for you");

        assertThat(anna.locator("h1")).isFocused();
        bo.getByText("Approve for …K7QX").first().click();
        bo.getByText("Approve for iPhone 16 …K7QX").click();
        hasCome(anna, "Accepted by the device management");
        assertThat(anna.locator("h1")).isFocused();
        assertThat(told(anna)).containsPattern("[Tt]he device");
    }

    @Test
    void no_motion_and_a_person_s_own_colours_are_honoured() {
        var anna = signIn("anna", 640, 400, ColorScheme.LIGHT, "en", "device/" + PortalDevices.ANNAS_IPHONE);
        sees(anna, "What you can do");
        var iterations = "getComputedStyle(document.querySelector('.skeleton .shape')).animationIterationCount";
        anna.evaluate("document.body.insertAdjacentHTML('beforeend', '<p class=skeleton><i class=shape></i></p>')");
        var edge = "getComputedStyle(document.querySelector('main .chip')).borderTopColor";
        assertThat(anna.evaluate(iterations)).isEqualTo("infinite");
        assertThat(anna.evaluate(edge)).isEqualTo("rgba(0, 0, 0, 0)");
        anna.emulateMedia(new Page.EmulateMediaOptions()
                .setReducedMotion(ReducedMotion.REDUCE)
                .setForcedColors(ForcedColors.ACTIVE));
        assertThat(anna.evaluate(iterations)).isEqualTo("1");
        assertThat(anna.evaluate(edge)).as("what is told by colour has an edge").isNotEqualTo("rgba(0, 0, 0, 0)");
        picture(anna, "forced-colors");
        assertThat(anna.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("sideways at 200 %")
                .isEqualTo(0);
    }

    /** What live regions hold, as a screen reader's own tree has it. */
    private static String told(Page page) {
        JsonObject tree = page.context().newCDPSession(page).send("Accessibility.getFullAXTree");
        String all = tree.toString();
        var live = page.locator("[aria-live=polite]").allInnerTexts();
        assertThat(StreamSupport.stream(tree.getAsJsonArray("nodes").spliterator(), false)
                        .map(JsonElement::getAsJsonObject)
                        .filter(node -> node.has("role"))
                        .anyMatch(node -> "status"
                                .equals(node.getAsJsonObject("role")
                                        .get("value")
                                        .getAsString())))
                .isTrue();
        return live.stream().filter(all::contains).reduce("", (one, other) -> one + "\n" + other);
    }

    private void open(Page page, String path) {
        page.navigate(address(path));
        assertThat(page.locator("#content h1")).isVisible();
    }
}
