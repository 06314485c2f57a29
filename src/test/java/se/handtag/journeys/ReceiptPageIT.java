package se.handtag.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.handtag.Chromium;
import se.handtag.audit.proof.Receipt;
import se.handtag.audit.proof.SampleLog;

/**
 * Forged receipts before the page that checks them. Each is made so that one check alone stands in its way: a page without
 * that check takes it for proved, which shows that the check is there, and that nothing else is relied upon.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReceiptPageIT {
    private static final Path PAGE = Path.of("frontend", "check-receipt.html");
    private static final SampleLog LOG = ForgedReceipts.LOG;
    private static final Receipt GOOD = ForgedReceipts.GOOD;

    private static Chromium chromium;
    private static Browser browser;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
        browser = chromium.browser();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    private static void requireSaid(Path where, String language, String file, String key, String... words) {
        try (var context = browser.newContext(new Browser.NewContextOptions().setLocale(language))) {
            context.setOffline(true);
            Page page = context.newPage();
            page.navigate(where.toUri().toString());
            page.locator("#key").fill(key);
            page.locator("#file")
                    .setInputFiles(
                            new FilePayload("receipt.json", "application/json", file.getBytes(StandardCharsets.UTF_8)));
            page.locator("form button").click();
            for (String said : words) {
                assertThat(page.getByRole(AriaRole.STATUS)).containsText(said);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("se.handtag.journeys.ForgedReceipts#all")
    void a_forgery_is_refused_in_words_by_the_one_check_in_its_way(ForgedReceipts.Forgery forgery) throws IOException {
        requireSaid(PAGE, "en", forgery.file(), forgery.key(), "Not proved", forgery.words());
        String page = Files.readString(PAGE);
        Assertions.assertThat(page).containsOnlyOnce(forgery.check());
        Path careless =
                Files.writeString(folder.resolve("careless.html"), page.replace(forgery.check(), forgery.without()));
        requireSaid(careless, "en", forgery.file(), forgery.key(), "The record is proved");
    }

    @Test
    void what_is_not_forged_is_proved_in_either_language() {
        requireSaid(
                PAGE,
                "en",
                ForgedReceipts.json(GOOD),
                LOG.key().text(),
                "The record is proved",
                "Record 17",
                "Anna \u00c5kesson");
        requireSaid(
                PAGE,
                "sv",
                ForgedReceipts.json(GOOD),
                LOG.key().text(),
                "Posten är bevisad",
                "Post 17",
                "Anna \u00c5kesson");
        requireSaid(
                PAGE,
                "sv",
                ForgedReceipts.json(ForgedReceipts.under(LOG.note(38))),
                LOG.key().text(),
                "Inte bevisat",
                "Posten står inte i loggen");
    }

    @Test
    void what_is_no_key_and_no_receipt_is_said_to_be_none() {
        requireSaid(PAGE, "en", ForgedReceipts.json(GOOD), "sample", "Not proved", ForgedReceipts.NO_KEY);
        requireSaid(PAGE, "en", "Hello", LOG.key().text(), "Not proved", ForgedReceipts.UNREADABLE);
        requireSaid(
                PAGE,
                "en",
                ForgedReceipts.json(ForgedReceipts.under("no note")),
                LOG.key().text(),
                "Not proved",
                ForgedReceipts.UNREADABLE);
    }
}
