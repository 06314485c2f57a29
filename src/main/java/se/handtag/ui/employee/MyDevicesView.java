package se.handtag.ui.employee;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.handtag.mdm.DeviceId;
import se.handtag.requests.ReachableDevices.Reached;
import se.handtag.ui.kit.Announcer;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.Kept;
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
    private final Div ways;
    private final Announcer announcer = new Announcer();
    private final Div content = Rows.stack();
    private final Div stale = new Div();
    private final Div row = Rows.cards();
    private PageHeader head = new PageHeader("");
    private transient volatile Shown shown = Shown.NOTHING;

    private record Drawn(OwnDeviceCards.State state, Component card) {}

    /** What is on the screen, in its order. */
    private record Shown(Map<DeviceId, Drawn> devices, boolean fresh) {
        static final Shown NOTHING = new Shown(Map.of(), true);
    }

    MyDevicesView(MyFleet fleet, WithoutDevices without, OwnDeviceCards cards, LiveUpdates live, Readings readings) {
        this.fleet = fleet;
        this.without = without;
        this.cards = cards;
        addClassName("stack");
        ways = Rows.actions(lost());
        reading = readings.of(this);
        watch = live.watch(this, () -> reading.again(this::read));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        shown = Shown.NOTHING;
        content.removeAll();
        stale.removeAll();
        ways.getElement().removeFromParent();
        head = new PageHeader(getTranslation("employee.hello", fleet.person().firstName()));
        add(head, announcer, content);
        reading.open(
                () -> {
                    // Whoever has lost one does not wait for the others.
                    head.add(ways);
                    return Skeleton.cards(PROBABLY);
                },
                "employee.reading.devices",
                this::read);
    }

    /** Only what has changed is drawn anew: the focus stays where it is, and so does what a screen reader reads. */
    private Runnable read() {
        var known = fleet.read();
        var keys = fleet.keys(known);
        if (!(known instanceof MyFleet.Known.Mine mine) || mine.devices().isEmpty()) {
            return () -> {
                watch.only(keys);
                none(known);
            };
        }
        var before = shown;
        var states = cards.states(mine.devices().stream().map(Reached::device).toList());
        Map<DeviceId, Drawn> devices = new LinkedHashMap<>();
        for (Reached reached : mine.devices()) {
            var id = reached.device().id();
            devices.put(
                    id,
                    drawn(
                            reached,
                            Objects.requireNonNull(states.get(id)),
                            before.devices().get(id)));
        }
        var notice = without.stale(mine.asOf(), mine.fresh());
        return () -> {
            watch.only(keys);
            head.setQuiet(getTranslation("employee.registered", devices.size()));
            if (ways.getParent().isEmpty()) {
                head.add(ways);
            }
            if (mine.fresh() != before.fresh()) {
                stale.removeAll();
                notice.ifPresent(stale::add);
            }
            Kept.show(row, devices.values().stream().map(Drawn::card).toList());
            Kept.show(content, List.of(stale, row));
            announcer.tell(news(before.devices(), devices));
            shown = new Shown(devices, mine.fresh());
        };
    }

    private void none(MyFleet.Known known) {
        shown = Shown.NOTHING;
        head.setQuiet("");
        ways.getElement().removeFromParent();
        stale.removeAll();
        content.removeAll();
        without.tell(content, known);
    }

    private Drawn drawn(Reached reached, OwnDeviceCards.State state, @Nullable Drawn before) {
        return before != null && before.state().equals(state) ? before : new Drawn(state, cards.card(reached, state));
    }

    private List<String> news(Map<DeviceId, Drawn> before, Map<DeviceId, Drawn> now) {
        if (before.isEmpty()) {
            return List.of();
        }
        List<String> news = new ArrayList<>();
        if (!before.keySet().equals(now.keySet())) {
            news.add(getTranslation("employee.news.devices", now.size()));
        }
        now.forEach((id, drawn) -> {
            var was = before.get(id);
            if (was != null) {
                news.add(OwnDeviceCards.news(was.state(), drawn.state()));
            }
        });
        return news;
    }

    /** The page for lost devices is written by the server, for browsers that can do little. */
    private Anchor lost() {
        var lost = new Anchor("/lost", Glyph.LOST.picture(), new Text(getTranslation("employee.i-lost")));
        lost.addClassNames("button", "danger");
        lost.setRouterIgnore(true);
        return lost;
    }

    @Override
    public String title() {
        return getTranslation("employee.devices.title");
    }
}
