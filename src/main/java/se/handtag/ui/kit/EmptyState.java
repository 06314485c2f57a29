package se.handtag.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Where a list would be: that there is nothing, why, and what to do. */
public final class EmptyState extends Div {
    /** Nothing to show, in a sentence and what to do in another. */
    public EmptyState(Glyph glyph, String title, String text, Component... actions) {
        addClassName("empty-state");
        add(glyph.picture(), new H2(title), new Paragraph(text));
        if (actions.length > 0) {
            add(Rows.actions(actions));
        }
    }
}
