package se.handtag.ui.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import se.handtag.audit.AuditRecord;
import se.handtag.audit.Receipts;
import se.handtag.identity.SignedIn;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.EmptyState;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.TimeText;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;

/** What is on record about oneself: what one did, and what others did in one's matter, each with a receipt. */
@Route(value = "on-record", layout = MainLayout.class)
@PermitAll
class AuditReceiptsView extends Div implements Titled {
    private static final int PAGE = 20;
    private final transient Receipts receipts;
    private final transient AuditReceipt downloads;
    private final transient AuditWords words;
    private final transient SignedIn signedIn;
    private final Div rows = Rows.stack();
    private final Button more;
    private long before = Long.MAX_VALUE;

    AuditReceiptsView(Receipts receipts, AuditReceipt downloads, AuditWords words, SignedIn signedIn) {
        this.receipts = receipts;
        this.downloads = downloads;
        this.words = words;
        this.signedIn = signedIn;
        addClassName("stack");
        more = Buttons.plain(getTranslation("administration.audit.more"), this::readOn);
        add(new PageHeader(title()).quiet(t("quiet")), rows, Rows.actions(more), howToCheck());
        readOn();
        if (rows.getChildren().findAny().isEmpty()) {
            rows.add(new EmptyState(Glyph.AUDIT, t("none"), t("none.text")));
        }
    }

    private void readOn() {
        var person = signedIn.person();
        List<AuditRecord> records = receipts.concerning(person.id(), downloads.userOf(person), before, PAGE);
        records.forEach(record -> rows.add(row(record)));
        if (!records.isEmpty()) {
            before = records.getLast().number();
        }
        more.setVisible(records.size() == PAGE);
    }

    private Div row(AuditRecord record) {
        var title = new Span(words.what(record, getLocale()));
        title.addClassName("strong");
        var outcome = words.outcome(record.outcome(), getLocale());
        var what = record.label() == null
                ? outcome
                : outcome.isEmpty() ? record.label() : record.label() + " · " + outcome;
        var number = String.valueOf(record.number());
        return Rows.spread(
                Rows.lines(
                        title,
                        quiet(what),
                        quiet(t("who", words.actor(record, getLocale()), words.time(record.at(), TimeText.zone())))),
                downloads.link(record, t("receipt"), t("receipt-of", number)));
    }

    private Card howToCheck() {
        var page = new Anchor("/check-receipt.html", t("page"));
        page.addClassName("button");
        page.addComponentAsFirst(Glyph.DOWNLOAD.picture());
        page.getElement().setAttribute("download", "check-receipt.html").setAttribute("router-ignore", true);
        return new Card(t("how")).with(new Paragraph(t("how.text"))).actions(page);
    }

    private static Paragraph quiet(String text) {
        var line = new Paragraph(text);
        line.addClassName("quiet");
        line.setVisible(!text.isEmpty());
        return line;
    }

    private String t(String key, Object... arguments) {
        return getTranslation("administration.receipts." + key, arguments);
    }

    @Override
    public String title() {
        return getTranslation("administration.receipts.title");
    }
}
