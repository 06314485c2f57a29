package se.handtag.ui.kit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;

/** What comes to a page from another thread than its own. */
public final class Later {
    private Later() {}

    /** Changes what is on the page, as soon as that may be done; nothing when nobody looks at it any more. */
    public static void on(UI ui, Runnable step) {
        try {
            ui.access(step::run);
        } catch (UIDetachedException closed) {
            // Nobody waits for it.
        }
    }
}
