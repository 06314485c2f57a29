package se.handtag.ui.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import se.handtag.PortalTest;
import se.handtag.audit.Fault;
import se.handtag.audit.Verification;
import se.handtag.identity.SamplePeople;
import se.handtag.ui.kit.Languages;

/** Checking the log, as the auditor sees it go on and end. */
@PortalTest
@ViewPackages(packages = "se.handtag.ui")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChainCheckTest extends SpringBrowserlessTest {
    private final BlockingQueue<Consumer<Verification.Progress>> steps = new LinkedBlockingQueue<>();

    @Autowired
    SamplePeople people;

    private Verification end = new Verification.Whole(4_000, 3_900);

    @BeforeEach
    void pressed() {
        people.signIn("per-olof");
        initVaadinEnvironment();
        UI.getCurrent().setLocale(Languages.ENGLISH);
        var check = new ChainCheck(this::verification);
        UI.getCurrent().add(check, check.button());
        test(check.button()).click();
    }

    /** Goes on when the test wants it to, and ends with the step that says so. */
    private Verification verification(Verification.Progress progress) {
        try {
            for (boolean more = true; more; ) {
                Consumer<Verification.Progress> step = steps.take();
                step.accept(progress);
                more = step != LAST;
            }
            return end;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static final Consumer<Verification.Progress> LAST = _ -> {};

    @Test
    void its_progress_is_seen_until_all_is_whole() {
        isAt(0);
        assertThat(page()).contains("You can go on reading meanwhile");
        steps.add(progress -> progress.at(1_000, 4_000));
        isAt(0.25);
        steps.add(progress -> progress.at(3_000, 4_000));
        isAt(0.75);
        assertThat($(Button.class).withText("Check the log now").single().isEnabled())
                .isFalse();
        steps.add(LAST);
        says("The log is whole");
        assertThat(page()).contains("4,000", "3,900");
        assertThat($(ProgressBar.class).exists()).isFalse();
        assertThat($(Button.class).withText("Check the log now").single().isEnabled())
                .isTrue();
    }

    @Test
    void the_first_bad_record_is_named() {
        end = new Verification.Broken(1_234, Fault.CHANGED);
        steps.add(progress -> progress.at(1_000, 4_000));
        steps.add(LAST);
        says("1234");
        assertThat(page()).contains(UI.getCurrent().getTranslation("administration.audit.fault.CHANGED", "1234"));
    }

    @Test
    void a_check_that_cannot_come_to_its_end_says_neither_whole_nor_broken() {
        steps.add(_ -> {
            throw new DataAccessResourceFailureException("away");
        });
        says(UI.getCurrent().getTranslation("administration.audit.unchecked"));
        assertThat(page()).doesNotContain("The log is whole");
    }

    private void isAt(double part) {
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            var bar = $(ProgressBar.class).single();
            assertThat(bar.getValue() / bar.getMax()).isEqualTo(part);
        });
    }

    private void says(String text) {
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(page()).contains(text);
        });
    }

    private static String page() {
        return UI.getCurrent().getElement().getTextRecursively();
    }
}
