package se.handtag.ui.kit;

import com.vaadin.flow.component.html.UnorderedList;

/** What one can do with a thing, one {@link ActionRow} each. */
public final class ActionList extends UnorderedList {
    /** A list of {@code rows}. */
    public ActionList(ActionRow... rows) {
        super(rows);
        addClassName("action-list");
        getElement().setAttribute("role", "list");
    }

    /** Two columns where the page is wide enough: for many short rows. */
    public ActionList columns() {
        addClassName("columns");
        return this;
    }
}
