package se.handtag.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.audit.Receipts;

/** Somebody takes a receipt home and checks it there, without a network. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReceiptIT extends Journey {
    @TempDir
    Path home;

    @Autowired
    Receipts receipts;

    @Autowired
    AuditLog log;

    @Test
    void a_receipt_is_proved_by_the_saved_page_alone_and_with_one_byte_changed_it_is_not() throws IOException {
        var page = signIn("anna");
        page.navigate(address("on-record"));
        Path receipt = save(page, Pattern.compile("^Receipt of record " + herSignIn() + "$"), "receipt.json");
        Path verifier = save(page, Pattern.compile("Save the page"), "check-receipt.html");
        page.context().setOffline(true);
        page.navigate(verifier.toUri().toString());
        check(page, receipt);
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The record is proved");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Anna Åkesson");

        byte[] bytes = Files.readAllBytes(receipt);
        int in = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("SIGN_IN");
        bytes[in] ^= 1;
        check(page, Files.write(home.resolve("changed.json"), bytes));
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The record is not in the log");
    }

    private void check(Page page, Path receipt) {
        page.locator("#key").fill(receipts.publicKeys().getFirst());
        page.locator("#file").setInputFiles(receipt);
        page.locator("form button").click();
    }

    /** What came of her devices may be on record since. */
    private String herSignIn() {
        long number = log.find(
                        new AuditQuery(null, null, AuditKind.SIGN_IN, "Anna Åkesson", null, null), Long.MAX_VALUE, 1)
                .getFirst()
                .number();
        return String.format(Locale.ENGLISH, "(%d|%<,d)", number);
    }

    private Path save(Page page, Pattern link, String name) {
        var download =
                page.waitForDownload(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                        .first()
                        .click());
        Path file = home.resolve(name);
        download.saveAs(file);
        return file;
    }
}
