package se.handtag.ui.employee;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;
import se.handtag.ui.words.LiveUpdates;

/** My devices: how each is, and the first things to do with it. */
@Route(value = "", layout = MainLayout.class)
@PermitAll
class MyDevicesView extends Div implements BeforeEnterObserver, Titled {
    private final transient MyFleet fleet;
    private final transient WithoutDevices without;
    private final transient OwnDeviceCards cards;

    MyDevicesView(MyFleet fleet, WithoutDevices without, OwnDeviceCards cards, LiveUpdates live) {
        this.fleet = fleet;
        this.without = without;
        this.cards = cards;
        addClassName("stack");
        live.watch(this, this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        removeAll();
        var known = fleet.read();
        var header =
                new PageHeader(getTranslation("employee.hello", fleet.person().firstName()));
        add(header);
        if (known instanceof MyFleet.Known.Mine mine && !mine.devices().isEmpty()) {
            header.quiet(getTranslation("employee.registered", mine.devices().size()));
            header.actions(lost());
            without.stale(mine.asOf(), mine.fresh()).ifPresent(this::add);
            add(Rows.cards(mine.devices().stream().map(cards::card).toArray(Component[]::new)));
        } else {
            add(without.say(known));
        }
    }

    /** The page for lost devices is written by the server, for browsers that can do little. */
    private Anchor lost() {
        var lost = new Anchor("/lost", Glyph.LOST.picture(), new Span(getTranslation("employee.i-lost")));
        lost.addClassNames("button", "danger");
        lost.getStyle()
                .setBackground("var(--lingon-solid)")
                .set("border-color", "transparent")
                .setColor("var(--lingon-ink)");
        lost.setRouterIgnore(true);
        return lost;
    }

    @Override
    public String title() {
        return getTranslation("employee.devices.title");
    }
}
