package se.handtag.ui.administration;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;
import se.handtag.policy.Problem;
import se.handtag.policy.RuleCheck;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Notice;

/** What is to be said about a draft as it stands: mistakes, tests that fail, and where it lets more pass. */
final class RulesCheckCard extends Div {
    private final transient RulesWords words;
    private final transient Consumer<Problem> inRules;
    private final transient Consumer<Problem> inTests;

    /**
     * @param inRules goes to a place in the rules
     * @param inTests goes to a place in their tests
     */
    RulesCheckCard(RulesWords words, Consumer<Problem> inRules, Consumer<Problem> inTests) {
        this.words = words;
        this.inRules = inRules;
        this.inTests = inTests;
        getElement().setAttribute("role", "status");
    }

    void show(RuleCheck check) {
        removeAll();
        var card = new Card(t("check"));
        if (check.good()) {
            card.with(Notice.done(t("good"), t("good.text", check.passed())));
        } else if (!check.rules().isEmpty() || !check.tests().isEmpty()) {
            card.with(Notice.error(
                    t("mistakes", check.rules().size() + check.tests().size()), t("mistakes.text")));
            card.with(mistakes(t("in-rules"), check.rules(), inRules), mistakes(t("in-tests"), check.tests(), inTests));
        } else {
            card.with(Notice.error(t("failed", check.failed().size()), t("failed.text")));
        }
        check.failed().forEach(failed -> card.with(failed(failed)));
        if (!check.looser().isEmpty()) {
            var list = new UnorderedList();
            check.looser().forEach(looser -> list.add(new ListItem(words.looser(looser, getLocale()))));
            card.with(Notice.warn(t("looser"), t("looser.text")).with(list));
        }
        add(card);
    }

    private static Div mistakes(String where, List<Problem> problems, Consumer<Problem> go) {
        var list = new Div();
        list.addClassName("rules-problems");
        for (Problem problem : problems) {
            var button = Buttons.quiet(where + " " + problem, () -> go.accept(problem));
            button.getElement().setAttribute("lang", "en");
            list.add(button);
        }
        return list;
    }

    private Div failed(RuleCheck.Failed failed) {
        var lines = new Div();
        lines.addClassName("rules-problems");
        lines.add(Buttons.quiet(failed.name(), () -> inTests.accept(new Problem(failed.line(), 1, ""))));
        failed.differences().forEach(difference -> {
            var line = new Paragraph(difference);
            line.addClassName("quiet");
            line.getElement().setAttribute("lang", "en");
            lines.add(line);
        });
        return lines;
    }

    private String t(String key, Object... arguments) {
        return getTranslation("administration.rules.check." + key, arguments);
    }
}
