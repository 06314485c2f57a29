package se.handtag.ui.employee;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import se.handtag.catalogue.Catalogue;
import se.handtag.catalogue.CatalogueApp;
import se.handtag.mdm.Platform;
import se.handtag.requests.ReachableDevices.Reached;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.SearchField;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;

/** The company's catalogue, as far as it fits my devices. */
@Route(value = "apps", layout = MainLayout.class)
@PermitAll
class AppsView extends Div implements BeforeEnterObserver, Titled {
    private final transient MyFleet fleet;
    private final transient WithoutDevices without;
    private final transient Catalogue catalogue;
    private final transient AppCards cards;
    private final transient ConfigurationCards configurations;
    private final Div found = new Div();

    AppsView(
            MyFleet fleet,
            WithoutDevices without,
            Catalogue catalogue,
            AppCards cards,
            ConfigurationCards configurations) {
        this.fleet = fleet;
        this.without = without;
        this.catalogue = catalogue;
        this.cards = cards;
        this.configurations = configurations;
        addClassName("stack");
        found.addClassName("stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new PageHeader(title()).quiet(getTranslation("employee.apps.quiet")));
        if (!(fleet.read() instanceof MyFleet.Known.Mine mine) || mine.devices().isEmpty()) {
            add(without.say(fleet.read()));
            return;
        }
        without.stale(mine.asOf(), mine.fresh()).ifPresent(this::add);
        var search = new SearchField[1];
        search[0] = new SearchField(getTranslation("employee.apps.find"), text -> search[0].found(show(mine, text)));
        add(search[0], found);
        configurations.card(mine, fleet).ifPresent(this::add);
        show(mine, "");
    }

    /** @return how many were found */
    private int show(MyFleet.Known.Mine mine, String text) {
        found.removeAll();
        int count = 0;
        for (Platform platform : mine.platforms()) {
            List<CatalogueApp> apps = Found.in(catalogue.offeredFor(platform), text);
            List<Reached> devices = mine.of(platform);
            if (!apps.isEmpty()) {
                found.add(cards.card(platform, apps, devices));
            }
            count += apps.size();
        }
        if (count == 0) {
            var nothing = new Paragraph(getTranslation("employee.apps.nothing"));
            nothing.addClassName("quiet");
            found.add(nothing);
        }
        return count;
    }

    @Override
    public String title() {
        return getTranslation("employee.apps.title");
    }
}
