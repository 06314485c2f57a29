package showcase;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Duration;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Chip;
import se.handtag.ui.kit.EmptyState;
import se.handtag.ui.kit.FactsList;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Quote;
import se.handtag.ui.kit.Toast;
import se.handtag.ui.shell.MainLayout;

/** What a manager decides. */
@Route(value = "inbox", layout = MainLayout.class)
@AnonymousAllowed
class InboxView extends Page {
    InboxView() {
        super("inbox");
        add(
                new PageHeader(t("inbox")).quiet(t("inbox.quiet")),
                new Card(t("inbox.asks"))
                        .quiet(t("inbox.when"))
                        .beside(Chip.waiting(t("inbox.waiting")))
                        .with(new Quote("Jag glömde den efter semestern."))
                        .with(new FactsList()
                                .fact(t("inbox.device"), t("inbox.device.value"))
                                .fact(t("inbox.before"), t("inbox.before.value"))
                                .fact(t("inbox.why"), t("inbox.why.value"))
                                .fact(t("inbox.then"), t("inbox.then.value")))
                        .actions(
                                Buttons.primary(
                                        t("inbox.approve") + " …K7QX",
                                        () -> Toast.undoable(t("inbox.approved"), Duration.ofSeconds(10), () -> {})),
                                Buttons.plain(t("inbox.reject"), () -> {}),
                                Buttons.quiet(t("inbox.ask"), () -> {})),
                new EmptyState(Glyph.CHECK, t("inbox.empty"), t("inbox.empty.text")));
    }
}
