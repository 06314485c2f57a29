package se.handtag.ui.kit;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import java.util.concurrent.atomic.AtomicLong;

/** Headings that name the section around them. */
final class Headings {
    private static final AtomicLong LAST = new AtomicLong();

    private Headings() {}

    /** A heading of level 2 or 3 that is the accessible name of {@code section}. */
    static HtmlContainer naming(HtmlContainer section, int level, String text) {
        HtmlContainer heading = level == 2 ? new H2(text) : new H3(text);
        var id = "h" + LAST.incrementAndGet();
        heading.setId(id);
        section.getElement().setAttribute("aria-labelledby", id);
        return heading;
    }
}
