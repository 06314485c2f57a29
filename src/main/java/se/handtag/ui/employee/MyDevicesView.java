package se.handtag.ui.employee;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.handtag.mdm.DeviceId;
import se.handtag.requests.ReachableDevices.Reached;
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

    /** What is on the screen, in its order. */
    private final transient Map<DeviceId, Drawn> drawn = new LinkedHashMap<>();

    private final transient LiveUpdates.Watch watch;
    private boolean fresh;

    private record Drawn(OwnDeviceCards.State state, Component card) {}

    MyDevicesView(MyFleet fleet, WithoutDevices without, OwnDeviceCards cards, LiveUpdates live) {
        this.fleet = fleet;
        this.without = without;
        this.cards = cards;
        addClassName("stack");
        watch = live.watch(this, this::changed);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(fleet.read());
    }

    private void show(MyFleet.Known known) {
        watch.only(fleet.keys(known));
        removeAll();
        drawn.clear();
        var header =
                new PageHeader(getTranslation("employee.hello", fleet.person().firstName()));
        add(header);
        if (known instanceof MyFleet.Known.Mine mine && !mine.devices().isEmpty()) {
            fresh = mine.fresh();
            header.quiet(getTranslation("employee.registered", mine.devices().size()));
            header.actions(lost());
            without.stale(mine.asOf(), mine.fresh()).ifPresent(this::add);
            mine.devices()
                    .forEach(reached ->
                            drawn.put(reached.device().id(), new Drawn(cards.state(reached), cards.card(reached))));
            add(Rows.cards(drawn.values().stream().map(Drawn::card).toArray(Component[]::new)));
        } else {
            add(without.say(known));
        }
    }

    /** Only what has changed is drawn anew: the focus stays where it is, and so does what a screen reader reads. */
    private void changed() {
        var known = fleet.read();
        if (!(known instanceof MyFleet.Known.Mine mine)
                || drawn.isEmpty()
                || mine.fresh() != fresh
                || !ids(mine).equals(List.copyOf(drawn.keySet()))) {
            show(known);
            return;
        }
        for (Reached reached : mine.devices()) {
            var state = cards.state(reached);
            var before = drawn.get(reached.device().id());
            if (before != null && !before.state().equals(state)) {
                var card = cards.card(reached);
                before.card().getParent().ifPresent(parent -> ((Div) parent).replace(before.card(), card));
                drawn.put(reached.device().id(), new Drawn(state, card));
            }
        }
    }

    private static List<DeviceId> ids(MyFleet.Known.Mine mine) {
        return mine.devices().stream().map(reached -> reached.device().id()).toList();
    }

    /** The page for lost devices is written by the server, for browsers that can do little. */
    private Anchor lost() {
        var lost = new Anchor("/lost", Glyph.LOST.picture(), new Span(getTranslation("employee.i-lost")));
        lost.addClassNames("button", "danger");
        lost.setRouterIgnore(true);
        return lost;
    }

    @Override
    public String title() {
        return getTranslation("employee.devices.title");
    }
}
