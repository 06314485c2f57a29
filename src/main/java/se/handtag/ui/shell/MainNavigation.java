package se.handtag.ui.shell;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.shell.NavigationItem.Area;

/**
 * The places one can go to. On a wide screen everyday places stand in the header and administration in a row below; on a phone
 * the first everyday places stand at the lower edge, the rest in a sheet that "More" opens.
 */
final class MainNavigation extends Nav {
    private static final Logger LOG = LoggerFactory.getLogger(MainNavigation.class);
    private static final int PLACES_ON_PHONE = 5;

    private final List<NavigationItem> items;
    private final Nav administration = new Nav();
    private final List<NavigationLink> links = new ArrayList<>();
    private Places shown = new Places(List.of(), List.of());
    private String here = "";

    private record Places(List<NavigationItem> everyday, List<NavigationItem> forIt) {
        int all() {
            return everyday.size() + forIt.size();
        }
    }

    MainNavigation(List<NavigationItem> items) {
        this.items = items.stream()
                .sorted(Comparator.comparingInt(NavigationItem::order))
                .toList();
        addClassName("main-navigation");
        setAriaLabel(getTranslation("shell.navigation"));
        administration.addClassName("administration");
        administration.setVisible(false);
        administration.setAriaLabel(getTranslation("shell.administration"));
    }

    /** The row for administration; not visible while it is empty. */
    Nav administration() {
        return administration;
    }

    /** Where the person is, which is marked from the next {@link #refresh} on. */
    void at(String path) {
        here = path;
    }

    /** Asks all items again. As long as the places are the same they stay, and so does the sheet that somebody has open. */
    void refresh() {
        var now = new Places(visible(Area.EVERYDAY), visible(Area.ADMINISTRATION));
        if (!now.equals(shown)) {
            shown = now;
            draw(now);
        }
        setVisible(now.all() > 0);
        links.forEach(link -> link.show(here));
    }

    private void draw(Places places) {
        var everyday = places.everyday();
        var forIt = places.forIt();
        links.clear();
        removeAll();
        administration.removeAll();
        administration.setVisible(!forIt.isEmpty());
        if (!forIt.isEmpty()) {
            administration.add(list(forIt.stream()));
        }
        var all = places.all();
        var onPhone = all <= PLACES_ON_PHONE ? PLACES_ON_PHONE : PLACES_ON_PHONE - 1;
        var list = new UnorderedList();
        for (var i = 0; i < everyday.size(); i++) {
            var item = new ListItem(link(everyday.get(i)));
            if (i >= onPhone) {
                item.addClassName("wide-only");
            }
            list.add(item);
        }
        add(list);
        if (all > everyday.size() || everyday.size() > onPhone) {
            var more = new ListItem(more());
            more.addClassName("phone-only");
            list.add(more);
            add(sheet(everyday.stream().skip(onPhone).toList(), forIt));
        }
    }

    private NavigationLink link(NavigationItem item) {
        var link = new NavigationLink(item);
        links.add(link);
        return link;
    }

    private NativeButton more() {
        var button = new NativeButton();
        button.add(Glyph.MORE.picture(), new Text(getTranslation("shell.more")));
        button.addClassName("place");
        button.getElement().setAttribute("popovertarget", "more-places").setAttribute("type", "button");
        return button;
    }

    private Div sheet(List<NavigationItem> everyday, List<NavigationItem> forIt) {
        var sheet = new Div();
        sheet.addClassName("sheet");
        sheet.setId("more-places");
        sheet.getElement().setAttribute("popover", "auto");
        if (!everyday.isEmpty()) {
            sheet.add(list(everyday.stream()));
        }
        if (!forIt.isEmpty()) {
            sheet.add(new H2(getTranslation("shell.administration")), list(forIt.stream()));
        }
        return sheet;
    }

    private UnorderedList list(Stream<NavigationItem> items) {
        return new UnorderedList(items.map(item -> new ListItem(link(item))).toArray(ListItem[]::new));
    }

    /** The places about the person. */
    List<NavigationItem> account() {
        return visible(Area.ACCOUNT);
    }

    private List<NavigationItem> visible(Area area) {
        return items.stream()
                .filter(item -> item.area() == area)
                .filter(MainNavigation::isVisible)
                .toList();
    }

    /** An item that cannot answer is left out: the frame must stand when a room has fallen. */
    private static boolean isVisible(NavigationItem item) {
        try {
            return item.visible();
        } catch (RuntimeException failure) {
            LOG.warn(
                    "Navigation item {} does not say whether it is visible: {}", item.messageKey(), failure.toString());
            return false;
        }
    }
}
