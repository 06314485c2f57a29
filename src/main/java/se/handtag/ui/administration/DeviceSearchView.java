package se.handtag.ui.administration;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import se.handtag.identity.Role;
import se.handtag.identity.SignedIn;
import se.handtag.mdm.MdmException;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.EmptyState;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.SearchField;
import se.handtag.ui.kit.Skeleton;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;

/** Any device of the company, for IT and the help desk. Searches when asked to, not while one types: each search is a record. */
@Route(value = "find", layout = MainLayout.class)
@RolesAllowed({Role.IT_NAME, Role.HELP_DESK_NAME})
class DeviceSearchView extends Div implements Titled {
    private static final int SHORTEST = 2;
    private final DeviceSearch search;
    private final SignedIn signedIn;
    private final FoundDevices.Factory tables;
    private final SearchField field;
    private final Div results = new Div();
    private int latest;

    DeviceSearchView(DeviceSearch search, SignedIn signedIn, FoundDevices.Factory tables) {
        this.search = search;
        this.signedIn = signedIn;
        this.tables = tables;
        addClassName("stack");
        results.addClassName("stack");
        field = new SearchField(getTranslation("administration.find.field"), _ -> {});
        var button = Buttons.primary(getTranslation("administration.find.search"), this::search);
        button.addClickShortcut(Key.ENTER).listenOn(field);
        add(
                new PageHeader(title()).quiet(getTranslation("administration.find.quiet")),
                Rows.line(field, button),
                results);
    }

    private void search() {
        var text = field.getValue().strip();
        if (text.length() < SHORTEST) {
            show(Notice.info(getTranslation("administration.find.short"), ""));
            return;
        }
        search.note(signedIn.actor(), text);
        show(Skeleton.lines(4));
        var ui = UI.getCurrent();
        var number = ++latest;
        // The MDM answers with all its devices at once, which may take longer than a screen should stand still.
        Thread.startVirtualThread(() -> {
            var answer = answer(text);
            ui.access(() -> {
                if (number == latest) {
                    answer.run();
                }
            });
        });
    }

    private Runnable answer(String text) {
        try {
            var found = search.find(text);
            return () -> found(found, text);
        } catch (MdmException away) {
            return () -> show(Notice.warn(
                            getTranslation("administration.find.away"), getTranslation("administration.find.away.text"))
                    .with(Buttons.plain(getTranslation("shell.again"), this::search)));
        }
    }

    private void found(List<DeviceSearch.Found> found, String text) {
        field.found(found.size());
        if (found.isEmpty()) {
            show(new EmptyState(
                    Glyph.SEARCH,
                    getTranslation("administration.find.none", text),
                    getTranslation("administration.find.none.text")));
            return;
        }
        show(tables.of(found, getTranslation("administration.find.results", text)));
        if (found.size() == DeviceSearch.MOST) {
            var more = new Paragraph(getTranslation("administration.find.more", DeviceSearch.MOST));
            more.addClassName("quiet");
            results.add(more);
        }
    }

    private void show(com.vaadin.flow.component.Component component) {
        results.removeAll();
        results.add(component);
    }

    /** A link to a device's page. */
    static Anchor link(String id, String text) {
        var link = new Anchor("device/" + id, text);
        link.getElement().setAttribute("router-link", "");
        return link;
    }

    @Override
    public String title() {
        return getTranslation("administration.find.title");
    }
}
