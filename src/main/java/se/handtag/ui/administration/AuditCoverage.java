package se.handtag.ui.administration;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import se.handtag.audit.CheckpointStatus;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.FactsList;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.TimeText;

/** How far somebody outside the database vouches for the log, and with which key. */
final class AuditCoverage extends Div {
    AuditCoverage(CheckpointStatus status, AuditWords words) {
        addClassName("stack");
        if (status.places().isEmpty()) {
            add(Notice.warn(t("nowhere"), t("nowhere.text")));
        } else if (status.failing()) {
            add(Notice.error(t("failing"), t("failing.text", status.uncovered())));
        }
        if (status.held() != null) {
            add(Notice.error(t("held"), t("held.text")));
        }
        var facts = new FactsList().fact(t("covered"), t("covered.text", status.covered(), status.uncovered()));
        if (status.at() != null) {
            facts.fact(t("at"), words.time(status.at(), TimeText.zone()));
        }
        status.keys().forEach(key -> facts.fact(t("key"), code(key)));
        add(new Card(t("title")).quiet(t("quiet")).with(facts));
    }

    private static Span code(String text) {
        var code = new Span(text);
        code.getStyle().set("font-family", "ui-monospace, monospace").set("font-size", "14px");
        code.getStyle().set("overflow-wrap", "anywhere");
        return code;
    }

    private String t(String key, Object... arguments) {
        return getTranslation("administration.checkpoint." + key, arguments);
    }
}
