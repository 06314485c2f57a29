package se.handtag.ui.administration;

import com.vaadin.flow.component.Component;
import se.handtag.ui.shell.MainLayout;

/** The frame around a view. */
final class Frames {
    private Frames() {}

    /** Lets the navigation count again, once the view stands in its frame. */
    static void refresh(Component view) {
        var frame = view.findAncestor(MainLayout.class);
        if (frame != null) {
            frame.refreshNavigation();
        }
    }
}
