package se.handtag.ui.employee;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import se.handtag.catalogue.Catalogue;
import se.handtag.catalogue.CatalogueApp;
import se.handtag.mdm.Platform;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.SearchField;
import se.handtag.ui.kit.Skeleton;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;
import se.handtag.ui.words.Reading;
import se.handtag.ui.words.Readings;

/** The company's catalogue, as far as it fits my devices. */
@Route(value = "apps", layout = MainLayout.class)
@PermitAll
class AppsView extends Div implements BeforeEnterObserver, Titled {
    private final transient MyFleet fleet;
    private final transient WithoutDevices without;
    private final transient Catalogue catalogue;
    private final transient AppCards cards;
    private final transient ConfigurationCards configurations;
    private final transient Reading reading;
    private final Div found = new Div();

    private record Fitting(List<Card> cards, int count) {}

    AppsView(
            MyFleet fleet,
            WithoutDevices without,
            Catalogue catalogue,
            AppCards cards,
            ConfigurationCards configurations,
            Readings readings) {
        this.fleet = fleet;
        this.without = without;
        this.catalogue = catalogue;
        this.cards = cards;
        this.configurations = configurations;
        reading = readings.of(this);
        addClassName("stack");
        found.addClassName("stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new PageHeader(title()).quiet(getTranslation("employee.apps.quiet")));
        reading.open(() -> Skeleton.cards(2), "employee.reading.apps", this::read);
    }

    private Runnable read() {
        var known = fleet.read();
        if (!(known instanceof MyFleet.Known.Mine mine) || mine.devices().isEmpty()) {
            return () -> without.tell(this, known);
        }
        var stale = without.stale(mine.asOf(), mine.fresh());
        var offered = configurations.card(mine, fleet);
        var all = fitting(mine, "");
        return () -> {
            stale.ifPresent(this::add);
            add(search(mine), found);
            offered.ifPresent(this::add);
            show(all);
        };
    }

    private SearchField search(MyFleet.Known.Mine mine) {
        var search = new SearchField[1];
        search[0] = new SearchField(
                getTranslation("employee.apps.find"),
                text -> reading.again(() -> {
                    var some = fitting(mine, text);
                    return () -> search[0].found(show(some));
                }));
        return search[0];
    }

    private Fitting fitting(MyFleet.Known.Mine mine, String text) {
        List<Card> drawn = new ArrayList<>();
        int count = 0;
        for (Platform platform : mine.platforms()) {
            List<CatalogueApp> apps = Found.in(catalogue.offeredFor(platform), text);
            if (!apps.isEmpty()) {
                drawn.add(cards.card(platform, apps, mine.of(platform)));
            }
            count += apps.size();
        }
        return new Fitting(drawn, count);
    }

    /** @return how many were found */
    private int show(Fitting fitting) {
        found.removeAll();
        fitting.cards().forEach(found::add);
        if (fitting.count() == 0) {
            var nothing = new Paragraph(getTranslation("employee.apps.nothing"));
            nothing.addClassName("quiet");
            found.add(nothing);
        }
        return fitting.count();
    }

    @Override
    public String title() {
        return getTranslation("employee.apps.title");
    }
}
