package se.handtag.ui.administration;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import se.handtag.audit.Verification;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.Later;
import se.handtag.ui.kit.Notice;

/** Recomputes the whole log when asked to, and says in words what it showed. */
final class ChainCheck extends Div {
    private static final Logger LOG = LoggerFactory.getLogger(ChainCheck.class);
    private final transient Function<Verification.Progress, Verification> verification;
    private final Button button;

    /** @param verification the check itself, which tells how far it is */
    ChainCheck(Function<Verification.Progress, Verification> verification) {
        this.verification = verification;
        addClassName("stack");
        setVisible(false);
        button = Buttons.with(Glyph.CHECK, Buttons.plain(t("check"), this::check));
        button.setDisableOnClick(true);
    }

    /** Starts it; stands beside the page's title. */
    Button button() {
        return button;
    }

    private String t(String key, Object... arguments) {
        return getTranslation("administration.audit." + key, arguments);
    }

    private void check() {
        var bar = new ProgressBar();
        bar.setWidthFull();
        bar.getElement().setAttribute("aria-label", t("checking"));
        show(Notice.info(t("checking"), t("checking.text")).with(bar));
        var ui = UI.getCurrent();
        // As long as the log is, so is this: the screen goes on meanwhile.
        Thread.startVirtualThread(() -> {
            Runnable result = result((done, all) -> Later.on(ui, () -> {
                bar.setMax(Math.max(1, all));
                bar.setValue(done);
            }));
            Later.on(ui, () -> {
                result.run();
                button.setEnabled(true);
            });
        });
    }

    private Runnable result(Verification.Progress progress) {
        try {
            var outcome = verification.apply(progress);
            return () -> show(
                    switch (outcome) {
                        case Verification.Whole whole -> whole(whole);
                        case Verification.Broken broken -> broken(broken);
                    });
        } catch (DataAccessException failed) {
            LOG.warn("The log could not be checked", failed);
            return () -> show(Notice.error(t("unchecked"), t("unchecked.text")));
        } catch (RuntimeException unforeseen) {
            // A key that cannot be read, say. Whatever it is, this must not look as if it went on for ever.
            LOG.error("The log could not be checked", unforeseen);
            return () -> show(Notice.error(t("unchecked"), t("unchecked.unforeseen")));
        }
    }

    private Notice whole(Verification.Whole whole) {
        return whole.away().isEmpty()
                ? Notice.done(t("whole"), t("whole.text", whole.records(), whole.covered()))
                : Notice.warn(
                        t("whole"), t("whole.away", whole.records(), whole.covered(), String.join(", ", whole.away())));
    }

    private Notice broken(Verification.Broken broken) {
        var number = String.valueOf(broken.number());
        return Notice.error(t("broken", number), t("fault." + broken.fault(), number) + " " + t("broken.do"));
    }

    private void show(Notice notice) {
        removeAll();
        add(notice);
        setVisible(true);
    }
}
