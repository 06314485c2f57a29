package se.handtag.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** One thing one can do: sign, name, what it means, and a button at the end; or why it cannot be done now. */
public final class ActionRow extends ListItem {
    private final String title;
    private final Div words = new Div();

    /** An action and what it means for the person. */
    public ActionRow(Glyph glyph, String title, String explanation) {
        this(glyph.picture(), title, explanation);
    }

    private ActionRow(Component sign, String title, String explanation) {
        this.title = title;
        addClassName("action-row");
        words.addClassName("words");
        words.add(new H3(Readable.of(title)), quiet(explanation));
        add(sign, words);
    }

    /** One of many of a kind, such as apps: the first letter of its name tells it from the others. */
    public static ActionRow lettered(String title, String explanation) {
        var letter = new Span(title.isEmpty() ? "" : title.substring(0, title.offsetByCodePoints(0, 1)));
        letter.addClassNames("glyph", "letter");
        letter.getElement().setAttribute("aria-hidden", "true");
        return new ActionRow(letter, title, explanation);
    }

    /** The button that does it. Its text names what it is done to: "Lock …K7QX". */
    public ActionRow button(Component button) {
        add(button);
        return this;
    }

    /**
     * Not possible now.
     *
     * @param because one sentence that replaces the explanation, and says what to do instead
     * @param details the rules and facts behind it, unfolded by "Why?"; none: no "Why?"
     */
    public ActionRow notPossible(String because, List<String> details) {
        addClassName("not-possible");
        words.removeAll();
        words.add(new H3(Readable.of(title)), quiet(because));
        if (!details.isEmpty()) {
            var reasons = new Div();
            reasons.addClassName("reasons");
            details.forEach(detail -> reasons.add(new Paragraph(detail)));
            reasons.setVisible(false);
            words.add(reasons);
            add(why(reasons));
        }
        return this;
    }

    private Button why(Div reasons) {
        var why = new Press(getTranslation("kit.why"), pressed -> {
            reasons.setVisible(!reasons.isVisible());
            pressed.getElement().setAttribute("aria-expanded", String.valueOf(reasons.isVisible()));
        });
        why.addThemeNames("tertiary");
        why.setAriaLabel(getTranslation("kit.why.of", title));
        why.getElement().setAttribute("aria-expanded", "false");
        return why;
    }

    private static Paragraph quiet(String text) {
        var line = new Paragraph(Readable.of(text));
        line.addClassName("quiet");
        return line;
    }
}
