package se.handtag.ui.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.audit.AuditRecord;
import se.handtag.ui.kit.FactsList;
import se.handtag.ui.kit.TimeText;

/** A record with all it holds. */
final class AuditRecordDialog extends Dialog {
    /** @param look puts a look at more than the record on record */
    AuditRecordDialog(
            AuditRecord record, AuditWords words, AuditLog log, AuditReceipt receipts, Consumer<AuditQuery> look) {
        setHeaderTitle(getTranslation("administration.audit.record", String.valueOf(record.number())));
        setWidth("min(640px, 100%)");
        var locale = getLocale();
        var facts = new FactsList()
                .fact(t("time"), words.time(record.at(), TimeText.zone()))
                .fact(t("kind"), words.kind(record.kind(), locale))
                .fact(t("actor"), words.actor(record, locale));
        some(facts, t("for"), record.onBehalfOf());
        some(facts, t("device"), record.label());
        some(facts, t("action"), words.action(record.action(), locale));
        some(facts, t("outcome"), words.outcome(record.outcome(), locale));
        some(facts, t("rules"), String.join(", ", record.rules()));
        record.facts().forEach((name, value) -> some(facts, words.fact(name, locale), value));
        some(facts, t("source"), record.sourceAddress());
        id(facts, t("person-id"), record.actorId());
        text(facts, t("device-id"), record.subject());
        id(facts, t("request-id"), record.request());
        id(facts, t("command-id"), record.command());
        facts.fact(t("hash"), code(record.hash()));
        facts.fact(t("proof"), t(record.number() <= log.checkpoints().covered() ? "proof.covered" : "proof.later"));
        add(facts);
        var number = String.valueOf(record.number());
        getFooter()
                .add(receipts.link(
                        record,
                        getTranslation("administration.receipts.receipt"),
                        getTranslation("administration.receipts.receipt-of", number)));
        AuditQuery story = AuditTimeline.of(record);
        if (story != null) {
            var title = t(record.request() == null ? "timeline.subject" : "timeline.request");
            getFooter().add(new Button(title, _ -> {
                look.accept(story);
                new AuditTimeline(log, story, title, words).open();
            }));
        }
        getFooter().add(new Button(getTranslation("kit.close"), _ -> close()));
    }

    private String t(String key) {
        return getTranslation("administration.audit." + key);
    }

    private static void some(FactsList facts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.fact(name, value);
        }
    }

    private static void text(FactsList facts, String name, @Nullable String text) {
        if (text != null) {
            facts.fact(name, code(text));
        }
    }

    private static void id(FactsList facts, String name, @Nullable UUID id) {
        if (id != null) {
            facts.fact(name, code(id.toString()));
        }
    }

    private static Span code(String text) {
        var code = new Span(text);
        code.getStyle().set("font-family", "ui-monospace, monospace").set("font-size", "14px");
        code.getStyle().set("overflow-wrap", "anywhere");
        return code;
    }
}
