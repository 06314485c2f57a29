package se.handtag.ui.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.PortalTest;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.audit.Verification;
import se.handtag.identity.SamplePeople;
import se.handtag.ui.kit.Languages;

/** Checking the log, as the auditor sees it go on and end. */
@PortalTest
@ViewPackages(packages = "se.handtag.ui")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChainCheckTest extends SpringBrowserlessTest {
    @Autowired
    SamplePeople people;

    @Autowired
    AuditLog log;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void signedIn() {
        people.signIn("per-olof");
        initVaadinEnvironment();
        UI.getCurrent().setLocale(Languages.ENGLISH);
    }

    @Test
    void its_progress_is_seen_until_all_is_whole() {
        BlockingQueue<Integer> done = new LinkedBlockingQueue<>();
        var check = pressed(progress -> {
            for (int at = taken(done); at < 4_000; at = taken(done)) {
                progress.at(at, 4_000);
            }
            return new Verification.Whole(4_000, 3_900);
        });
        says("You can go on reading meanwhile");
        done.add(1_000);
        isAt(1_000);
        done.add(3_000);
        isAt(3_000);
        assertThat(check.button().isEnabled()).isFalse();
        done.add(4_000);
        says("The log is whole");
        says(
                "All 4,000 records are as they were written, and in their places. A checkpoint outside the database covers the"
                        + " first 3,900.");
        assertThat($(ProgressBar.class).exists()).isFalse();
        assertThat(check.button().isEnabled()).isTrue();
    }

    @Test
    void a_place_that_does_not_answer_is_named_beside_what_holds() {
        pressed(_ -> new Verification.Whole(4_000, 3_900, List.of("/checkpoints")));
        says("/checkpoints does not answer. Whether later records were cut off is not known.");
    }

    @Test
    void the_first_record_that_somebody_altered_is_named() {
        log.appendAlone(AuditEntry.of(AuditKind.LOOK).outcome("done"));
        log.appendAlone(AuditEntry.of(AuditKind.LOOK).outcome("done"));
        long first =
                log.find(AuditQuery.EVERYTHING, Long.MAX_VALUE, 2).getLast().number();
        pressed(progress -> alteredFrom(first, progress));
        says("The log does not hold: record " + first);
        says("The text of record " + first + " is not the one that was recorded. Take an export");
    }

    @Test
    void a_check_that_cannot_come_to_its_end_says_neither_whole_nor_broken() {
        pressed(_ -> {
            throw new DataAccessResourceFailureException("away");
        });
        says("The log could not be checked");
    }

    @Test
    void a_check_that_breaks_in_an_unforeseen_way_ends_as_well() {
        var check = pressed(_ -> {
            throw new UncheckedIOException(new IOException("no key"));
        });
        says("This says nothing about the records");
        assertThat($(ProgressBar.class).exists()).isFalse();
        assertThat(check.button().isEnabled()).isTrue();
    }

    private ChainCheck pressed(Function<Verification.Progress, Verification> verification) {
        var check = new ChainCheck(verification);
        UI.getCurrent().add(check, check.button());
        test(check.button()).click();
        return check;
    }

    /** The log of these tests, with two of its records altered, which nobody else gets to see. */
    private Verification alteredFrom(long first, Verification.Progress progress) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            database.sql("alter table audit.record disable trigger user").update();
            database.sql("""
                            update audit.record set body = replace(body, 'done', 'gone')
                             where id in (select record from audit.leaf where number >= :first)
                            """).param("first", first).update();
            return log.verify(progress);
        }));
    }

    private static int taken(BlockingQueue<Integer> queue) {
        try {
            return queue.take();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void isAt(double value) {
        await().pollInSameThread()
                .untilAsserted(() ->
                        assertThat($(ProgressBar.class).single().getValue()).isEqualTo(value));
    }

    /** Looks for the component anew each time: that lets what another thread left for the screen come in. */
    private void says(String text) {
        await().pollInSameThread()
                .untilAsserted(() -> assertThat(
                                $(ChainCheck.class).single().getElement().getTextRecursively())
                        .contains(text));
    }
}
