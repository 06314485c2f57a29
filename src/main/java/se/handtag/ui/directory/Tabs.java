package se.handtag.ui.directory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;

/** Ways between pages that belong together. */
final class Tabs extends Nav {
    private final Class<? extends Component> here;

    Tabs(String name, Class<? extends Component> here) {
        this.here = here;
        addClassName("tabs");
        setAriaLabel(getTranslation(name));
    }

    Tabs tab(String name, Class<? extends Component> view) {
        var link = new RouterLink(view);
        link.add(new Span(getTranslation(name)));
        link.setHighlightCondition((_, _) -> false);
        if (view == here) {
            link.getElement().setAttribute("aria-current", "page");
        }
        add(link);
        return this;
    }
}
