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
import java.util.Objects;
import java.util.function.Supplier;
import se.handtag.mdm.DeviceId;
import se.handtag.requests.ReachableDevices.Reached;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.Skeleton;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;
import se.handtag.ui.words.LiveUpdates;
import se.handtag.ui.words.Reading;
import se.handtag.ui.words.Readings;

/** My devices: how each is, and the first things to do with it. */
@Route(value = "", layout = MainLayout.class)
@PermitAll
class MyDevicesView extends Div implements BeforeEnterObserver, Titled {
    private static final int PROBABLY = 3;

    private final transient MyFleet fleet;
    private final transient WithoutDevices without;
    private final transient OwnDeviceCards cards;
    private final transient LiveUpdates.Watch watch;
    private final transient Reading reading;
    private transient Shown shown = Shown.NOTHING;

    private record Drawn(OwnDeviceCards.State state, Component card) {}

    /** What is on the screen, in its order. */
    private record Shown(Map<DeviceId, Drawn> devices, boolean fresh) {
        static final Shown NOTHING = new Shown(Map.of(), false);
    }

    MyDevicesView(MyFleet fleet, WithoutDevices without, OwnDeviceCards cards, LiveUpdates live, Readings readings) {
        this.fleet = fleet;
        this.without = without;
        this.cards = cards;
        addClassName("stack");
        reading = readings.of(this);
        watch = live.watch(this, () -> reading.again(this::changed));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var head = head();
        // Whoever has lost one does not wait for the others.
        var meanwhile = Rows.actions(lost());
        reading.open(
                () -> {
                    head.add(meanwhile);
                    return Skeleton.cards(PROBABLY);
                },
                "employee.reading.devices",
                () -> all(fleet.read(), () -> {
                    head.remove(meanwhile);
                    return head;
                }));
    }

    private PageHeader head() {
        removeAll();
        shown = Shown.NOTHING;
        var head =
                new PageHeader(getTranslation("employee.hello", fleet.person().firstName()));
        add(head);
        return head;
    }

    private Runnable all(MyFleet.Known known, Supplier<PageHeader> head) {
        var keys = fleet.keys(known);
        if (!(known instanceof MyFleet.Known.Mine mine) || mine.devices().isEmpty()) {
            return () -> {
                watch.only(keys);
                var _ = head.get();
                without.tell(this, known);
            };
        }
        Map<DeviceId, Drawn> devices = new LinkedHashMap<>();
        mine.devices().forEach(reached -> devices.put(reached.device().id(), drawn(reached)));
        var stale = without.stale(mine.asOf(), mine.fresh());
        var row = Rows.cards(devices.values().stream().map(Drawn::card).toArray(Component[]::new));
        return () -> {
            watch.only(keys);
            head.get()
                    .quiet(getTranslation("employee.registered", devices.size()))
                    .actions(lost());
            stale.ifPresent(this::add);
            add(row);
            shown = new Shown(devices, mine.fresh());
        };
    }

    private Drawn drawn(Reached reached) {
        return new Drawn(cards.state(reached), cards.card(reached));
    }

    /** Only what has changed is drawn anew: the focus stays where it is, and so does what a screen reader reads. */
    private Runnable changed() {
        var known = fleet.read();
        var before = shown;
        if (!(known instanceof MyFleet.Known.Mine mine)
                || before.devices().isEmpty()
                || mine.fresh() != before.fresh()
                || !ids(mine).equals(List.copyOf(before.devices().keySet()))) {
            return all(known, this::head);
        }
        Map<DeviceId, Drawn> devices = new LinkedHashMap<>(before.devices());
        for (Reached reached : mine.devices()) {
            devices.computeIfPresent(
                    reached.device().id(),
                    (_, drawn) -> drawn.state().equals(cards.state(reached)) ? drawn : drawn(reached));
        }
        return () -> {
            devices.forEach((id, drawn) ->
                    swap(Objects.requireNonNull(before.devices().get(id)).card(), drawn.card()));
            shown = new Shown(devices, before.fresh());
        };
    }

    private static void swap(Component before, Component now) {
        if (before != now) {
            before.getParent().ifPresent(parent -> ((Div) parent).replace(before, now));
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
