package se.handtag.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.audit.Receipts;

/** Somebody takes a receipt home and checks it there, without a network. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReceiptIT extends Journey {
    @TempDir
    Path home;

    @Autowired
    Receipts receipts;

    @Test
    void a_receipt_is_proved_by_the_saved_page_alone_and_with_one_byte_changed_it_is_not() throws IOException {
        var page = signIn("anna");
        page.navigate(address("on-record"));
        Path receipt = save(page, "Receipt of record", "receipt.json");
        Path verifier = save(page, "Save the page", "check-receipt.html");
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

    private Path save(Page page, String link, String name) {
        var download =
                page.waitForDownload(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                        .first()
                        .click());
        Path file = home.resolve(name);
        download.saveAs(file);
        return file;
    }
}
