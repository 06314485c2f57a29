package se.handtag.ui.administration;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.handtag.identity.Role;
import se.handtag.identity.SignedIn;
import se.handtag.policy.RuleDraft;
import se.handtag.policy.RuleVersion;
import se.handtag.policy.Rulebook;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Chip;
import se.handtag.ui.kit.FactsList;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.TimeText;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;

/** The rules in force, drafts of others, and every version there was. */
@Route(value = "rules", layout = MainLayout.class)
@RolesAllowed(Role.IT_NAME)
class RulesView extends Div implements Titled {
    private final transient Rulebook book;
    private final transient SignedIn signedIn;
    private final transient Clock clock;

    RulesView(Rulebook book, SignedIn signedIn, Clock clock) {
        this.book = book;
        this.signedIn = signedIn;
        this.clock = clock;
        addClassName("stack");
        var person = signedIn.person();
        List<RuleVersion> versions = book.versions(person);
        RuleVersion inForce = versions.getFirst();
        add(new PageHeader(title())
                .quiet(t("quiet"))
                .actions(Buttons.primary(t("change"), () -> begin(inForce.number()))));
        book.drafts(person).forEach(draft -> add(draft(draft)));
        add(version(inForce).beside(Chip.ok(t("in-force"))));
        versions.stream().skip(1).forEach(version -> add(version(version)
                .actions(Buttons.plain(t("start-from", version.number()), () -> begin(version.number())))));
    }

    private Card draft(RuleDraft draft) {
        boolean waiting = draft.state() == RuleDraft.State.WAITING;
        var card = new Card(t(draft.fromFile() ? "draft.from-file" : "draft", RulesWords.by(draft.changedBy())))
                .beside(Chip.waiting(t(waiting ? "draft.waiting" : "draft.open")))
                .with(new Paragraph(
                        new Span(t("draft.changed") + " "), TimeText.both(draft.changedAt(), clock)));
        if (waiting) {
            card.with(new Paragraph(t("draft.asked", RulesWords.by(draft.askedByName()), said(draft.comment()))));
        }
        return card.actions(Buttons.plain(t("draft.go", draft.id()), () -> go(draft.id())));
    }

    private Card version(RuleVersion version) {
        var facts = new FactsList()
                .fact(t("published"), TimeText.both(version.publishedAt(), clock))
                .fact(t("published-by"), RulesWords.by(version.byName()))
                .fact(t("comment"), version.comment())
                .fact(t("hash"), version.hash().substring(0, 12));
        if (version.secondName() != null) {
            facts.fact(t("agreed"), version.secondName());
        }
        var text = new Pre(version.rules());
        text.addClassName("rules-shown");
        text.getElement().setAttribute("lang", "en").setAttribute("tabindex", "0");
        return new Card(t("version", version.number())).with(Rows.stack(facts, new Details(t("show"), text)));
    }

    private static String said(@Nullable String comment) {
        return comment == null ? "" : comment;
    }

    private void begin(int version) {
        go(book.begin(signedIn.person(), version).id());
    }

    private static void go(int draft) {
        UI.getCurrent().navigate(RulesDraftView.class, RulesDraftView.parameters(draft));
    }

    private String t(String key, Object... arguments) {
        return getTranslation("administration.rules." + key, arguments);
    }

    @Override
    public String title() {
        return getTranslation("administration.rules.title");
    }
}
