package se.handtag.ui.directory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;

/** The ways between IT's pages about the MDM. */
final class DirectoryTabs extends Nav {
    DirectoryTabs(Class<? extends Component> here) {
        addClassName("tabs");
        setAriaLabel(getTranslation("directory.title"));
        tab("directory.people", PeopleView.class, here);
        tab("directory.devices", DevicesView.class, here);
        tab("directory.groups", GroupsView.class, here);
        tab("directory.tags", TagsView.class, here);
        tab("directory.apps", AppsView.class, here);
    }

    private void tab(String name, Class<? extends Component> view, Class<? extends Component> here) {
        var link = new RouterLink(view);
        link.add(new Span(getTranslation(name)));
        link.setHighlightCondition((_, _) -> false);
        if (view == here) {
            link.getElement().setAttribute("aria-current", "page");
        }
        add(link);
    }
}
