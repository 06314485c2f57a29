package se.handtag.ui.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import se.handtag.audit.AuditRecord;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.DataTable;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.TimeText;

/** Records below each other, the newest first, each to be opened. */
final class AuditTable extends Div {
    private final AuditWords words;
    private final Consumer<AuditRecord> open;
    private final DataTable<AuditRecord> table;
    private final List<AuditRecord> shown = new ArrayList<>();

    AuditTable(AuditWords words, Consumer<AuditRecord> open) {
        this.words = words;
        this.open = open;
        table = new DataTable<>(t("table"), t("none"));
        table.addComponentColumn(this::number)
                .setHeader(t("number"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        table.addColumn(this::time).setHeader(t("time")).setAutoWidth(true).setFlexGrow(0);
        table.text(t("actor"), record -> words.actor(record, getLocale())).setFlexGrow(2);
        table.text(t("for"), record -> record.onBehalfOf() == null ? "" : record.onBehalfOf());
        table.text(t("device"), record -> record.label() == null ? "" : record.label());
        table.text(t("what"), record -> words.what(record, getLocale())).setFlexGrow(2);
        table.text(t("outcome"), record -> words.outcome(record.outcome(), getLocale()));
        table.text(t("rules"), record -> String.join(", ", record.rules()));
        table.onPhone(t("table"), this::onPhone);
        // What an auditor compares must not end in three dots.
        table.addThemeNames("wrap-cell-content");
        table.addItemClickListener(event -> open.accept(event.getItem()));
        add(table.whole());
    }

    private String t(String key) {
        return getTranslation("administration.audit." + key);
    }

    void show(List<AuditRecord> records) {
        shown.clear();
        more(records);
    }

    void more(List<AuditRecord> records) {
        shown.addAll(records);
        table.setItems(List.copyOf(shown));
    }

    /** The number of the oldest record shown; records before it are read on with. */
    long oldest() {
        return shown.isEmpty() ? Long.MAX_VALUE : shown.getLast().number();
    }

    private String time(AuditRecord record) {
        return words.time(record.at(), TimeText.zone());
    }

    private Button number(AuditRecord record) {
        var button = Buttons.quiet(String.valueOf(record.number()), () -> open.accept(record));
        button.setAriaLabel(getTranslation("administration.audit.open", String.valueOf(record.number())));
        return button;
    }

    private Div onPhone(AuditRecord record) {
        var title = new Span(words.what(record, getLocale()));
        title.addClassName("strong");
        var who = record.onBehalfOf() == null
                ? words.actor(record, getLocale())
                : getTranslation("administration.audit.who-for", words.actor(record, getLocale()), record.onBehalfOf());
        var outcome = words.outcome(record.outcome(), getLocale());
        return Rows.lines(
                title,
                quiet(who),
                quiet((record.label() == null ? "" : record.label() + (outcome.isEmpty() ? "" : " · ")) + outcome),
                Rows.line(number(record), quiet(time(record))));
    }

    private static Paragraph quiet(String text) {
        var line = new Paragraph(text);
        line.addClassName("quiet");
        line.setVisible(!text.isEmpty());
        return line;
    }
}
