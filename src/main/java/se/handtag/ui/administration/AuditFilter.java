package se.handtag.ui.administration;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditQuery;
import se.handtag.ui.kit.DateField;
import se.handtag.ui.kit.SearchField;
import se.handtag.ui.kit.TimeText;

/** Which records to show: days, kind, and a part of a name. */
final class AuditFilter extends Div {
    private final DateField from;
    private final DateField until;
    private final Select<AuditKind> kind = new Select<>();
    private final SearchField text;
    private final Consumer<AuditQuery> changed;

    /** Calls {@code changed} with what is wanted, at each change. */
    AuditFilter(AuditWords words, Consumer<AuditQuery> changed) {
        this.changed = changed;
        addClassName("actions");
        getElement().setAttribute("role", "search");
        getElement().getStyle().set("align-items", "end");
        from = new DateField(getTranslation("administration.audit.from"));
        until = new DateField(getTranslation("administration.audit.until"));
        kind.setLabel(getTranslation("administration.audit.kind"));
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(getTranslation("administration.audit.kind.all"));
        kind.setPlaceholder(getTranslation("administration.audit.kind.all"));
        kind.setItems(AuditKind.values());
        kind.setItemLabelGenerator(
                one -> one == null ? getTranslation("administration.audit.kind.all") : words.kind(one, getLocale()));
        text = new SearchField(getTranslation("administration.audit.text"), _ -> changed());
        from.addValueChangeListener(_ -> changed());
        until.addValueChangeListener(_ -> changed());
        kind.addValueChangeListener(_ -> changed());
        from.getStyle().set("flex", "1 1 9em");
        until.getStyle().set("flex", "1 1 9em");
        kind.getStyle().set("flex", "1 1 11em");
        text.getStyle().set("flex", "3 1 16em");
        add(from, until, kind, text);
    }

    private void changed() {
        changed.accept(query());
    }

    AuditQuery query() {
        var zone = TimeText.zone();
        var last = until.getValue();
        return new AuditQuery(
                start(from.getValue(), zone),
                start(last == null ? null : last.plusDays(1), zone),
                kind.getValue(),
                text.getValue().isBlank() ? null : text.getValue().strip(),
                null,
                null);
    }

    private static java.time.@Nullable Instant start(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }
}
