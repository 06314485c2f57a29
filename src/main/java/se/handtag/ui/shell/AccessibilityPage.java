package se.handtag.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Arrays;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.PageHeader;

/** What the portal promises to people with disabilities, how that was tried, and whom to tell. Source: EN 301 549. */
@Route(value = AccessibilityPage.ADDRESS, layout = MainLayout.class)
@AnonymousAllowed
class AccessibilityPage extends Div implements Titled {
    static final String ADDRESS = "accessibility";

    AccessibilityPage(ShellSettings settings) {
        addClassName("stack");
        var tell = new Paragraph(getTranslation("shell.accessibility.tell.text"));
        var contact = new Card(getTranslation("shell.accessibility.tell")).with(tell);
        if (settings.helpDesk() != null && !settings.helpDesk().isBlank()) {
            contact.add(new Paragraph(settings.helpDesk().strip()));
        }
        var lost = new Anchor("lost", getTranslation("shell.accessibility.lost"));
        lost.setRouterIgnore(true);
        add(
                new PageHeader(title()).quiet(getTranslation("shell.accessibility.quiet")),
                card("shell.accessibility.so", "so.1", "so.2", "so.3", "so.4"),
                card("shell.accessibility.not", "not.1", "not.2", "not.3"),
                card("shell.accessibility.tried", "tried.1", "tried.3", "tried.2"),
                contact.with(new Paragraph(lost)));
    }

    private Card card(String title, String... lines) {
        var list = new UnorderedList(Arrays.stream(lines)
                .map(line -> new ListItem(getTranslation("shell.accessibility." + line)))
                .toArray(ListItem[]::new));
        list.addClassName("points");
        return new Card(getTranslation(title)).with(list);
    }

    @Override
    public String title() {
        return getTranslation("shell.accessibility.title");
    }
}
