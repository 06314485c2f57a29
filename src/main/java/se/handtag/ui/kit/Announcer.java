package se.handtag.ui.kit;

import com.vaadin.flow.component.html.Span;

/** Says to screen readers what changed by itself, after what they are saying now. Not seen. */
public final class Announcer extends Span {
    /** An announcer that has nothing to say; it must be in the page before it speaks. */
    public Announcer() {
        addClassName("sr-only");
        getElement().setAttribute("role", "status").setAttribute("aria-live", "polite");
    }

    /** Says {@code text}. */
    public void say(String text) {
        setText(text);
    }
}
