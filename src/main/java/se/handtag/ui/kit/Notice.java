package se.handtag.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Something to know before going on: what is so, and what to do next. Errors are read out at once, the rest politely. */
public final class Notice extends Div {
    private final Div words = new Div();

    private Notice(String kind, String role, Glyph glyph, String title, String whatToDo) {
        addClassNames("notice", kind);
        getElement().setAttribute("role", role);
        words.addClassName("words");
        var strong = new Paragraph(title);
        strong.addClassName("notice-title");
        words.add(strong);
        if (!whatToDo.isEmpty()) {
            words.add(new Paragraph(whatToDo));
        }
        add(glyph.picture(), words);
    }

    /** Good to know. */
    public static Notice info(String title, String whatToDo) {
        return new Notice("info", "status", Glyph.INFO, title, whatToDo);
    }

    /** It worked. */
    public static Notice done(String title, String whatToDo) {
        return new Notice("ok", "status", Glyph.CHECK, title, whatToDo);
    }

    /** Something is not as it should be, or needs care. */
    public static Notice warn(String title, String whatToDo) {
        return new Notice("wait", "status", Glyph.WARNING, title, whatToDo);
    }

    /** Something did not work. */
    public static Notice error(String title, String whatToDo) {
        return new Notice("no", "alert", Glyph.WARNING, title, whatToDo);
    }

    /** More below the words, such as buttons. */
    public Notice with(Component... components) {
        words.add(components);
        return this;
    }
}
