package se.handtag.ui.kit;

import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;

/** Says to screen readers what changed by itself, after what they are saying now. Not seen. */
public final class Announcer extends Span {
    /** Not heard; it makes the same words new ones. */
    private static final String AGAIN = "\u00A0";

    /** An announcer that has nothing to say; it must be in the page before it speaks. */
    public Announcer() {
        addClassName("sr-only");
        getElement().setAttribute("role", "status").setAttribute("aria-live", "polite");
    }

    /** Says what of these is not empty; nothing when all are. */
    public void tell(List<String> news) {
        String text = news.stream().filter(each -> !each.isEmpty()).collect(Collectors.joining(" "));
        if (!text.isEmpty()) {
            say(text);
        }
    }

    /** Says {@code text}, also when it has just said the same. */
    public void say(String text) {
        setText(!text.isEmpty() && text.equals(getText()) ? text + AGAIN : text);
    }
}
