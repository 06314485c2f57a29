package se.handtag.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;

/** The portal's sign and name, leading to its first page. */
final class HomeLink extends Anchor {
    HomeLink(Component... components) {
        super("", components);
        addClassName("home");
        setHref("./");
    }
}
