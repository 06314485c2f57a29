package se.handtag.ui.employee;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.MdmException;
import se.handtag.requests.ReachableDevices.Reached;
import se.handtag.ui.kit.Announcer;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Kept;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.Skeleton;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;
import se.handtag.ui.words.HeldPlace;
import se.handtag.ui.words.Hint;
import se.handtag.ui.words.LiveUpdates;
import se.handtag.ui.words.Reading;
import se.handtag.ui.words.Readings;

/** One device: how it is, what can be done with it and why not, and what was done. */
@Route(value = "device/:id", layout = MainLayout.class)
@PermitAll
class DeviceView extends Div implements BeforeEnterObserver, Titled {
    private final transient DeviceDoor door;
    private final transient DeviceParts parts;
    private final transient History history;
    private final transient LiveUpdates.Watch watch;
    private final transient Reading reading;
    private String title = "";
    private transient volatile @Nullable Reached reached;
    private volatile boolean lost;
    private final Announcer announcer = new Announcer();
    private final Div lostPart = new Div();
    private final HeldPlace held = new HeldPlace();
    private final Div actions = new Div();
    private final Div past = new Div();
    private HistoryList lines;

    DeviceView(DeviceDoor door, DeviceParts parts, History history, LiveUpdates live, Readings readings) {
        this.door = door;
        this.parts = parts;
        this.history = history;
        addClassName("stack");
        lines = history.list();
        reading = readings.of(this);
        watch = live.watch(this, this::changed);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        reached = null;
        title = getTranslation("employee.device.title");
        removeAll();
        var head = new PageHeader(title).back(getTranslation("employee.devices.title"), MyDevicesView.class);
        add(head, announcer);
        reading.open(() -> Skeleton.cards(2), "employee.reading.device", () -> read(event, head));
    }

    private Runnable read(BeforeEnterEvent event, PageHeader head) {
        Optional<DeviceId> id =
                event.getRouteParameters().get("id").flatMap(RequestView::uuid).map(DeviceId::new);
        try {
            return id.flatMap(door::open)
                    .map(found -> all(found, head))
                    .orElse(() -> title = reading.notFound(event, head));
        } catch (MdmException away) {
            return () -> add(WithoutDevices.notNow());
        }
    }

    private Runnable all(Reached found, PageHeader head) {
        var device = found.device();
        var contact = parts.contact(found);
        List<Component> above = Stream.of(parts.whose(found), parts.stale(found))
                .flatMap(Optional::stream)
                .map(Component.class::cast)
                .toList();
        var facts = parts.facts(found);
        Supplier<String> drawLost = lost(found, true);
        Supplier<String> drawPast = past(found);
        return () -> {
            reached = found;
            title = device.title();
            watch.only(Set.of(Hint.device(device.id())));
            head.setTitle(title);
            head.below(new Span(OwnDeviceCards.modelAndEnding(device)), contact)
                    .picture(OwnDeviceCards.picture(device).picture());
            lines = history.list();
            lostPart.removeAll();
            past.removeAll();
            past.add(new Card(getTranslation("employee.history.title")).with(lines));
            var _ = drawLost.get() + drawPast.get();
            add(above);
            add(lostPart, held, Rows.two(actions, Rows.stack(facts, past)));
        };
    }

    /**
     * What can be done follows that it is lost or no longer; else it stays, and an unfolded "Why?" stays open.
     *
     * @return what draws it and gives what is to be told of that, empty for nothing
     */
    private Supplier<String> lost(Reached found, boolean first) {
        Optional<Card> card = parts.lost(found);
        boolean now = card.isPresent();
        Optional<Card> can = first || lost != now ? Optional.of(parts.actions(found)) : Optional.empty();
        return () -> {
            Kept.alike(lostPart, card.stream().toList());
            lost = now;
            if (can.isEmpty()) {
                return "";
            }
            Kept.show(actions, can.stream().toList());
            return getTranslation(now ? "employee.news.lost" : "employee.news.not-lost", title);
        };
    }

    /** @return the same for what was done with it */
    private Supplier<String> past(Reached found) {
        var notice = parts.held(found);
        var now = history.about(found);
        return () -> {
            held.show(notice);
            return lines.show(now);
        };
    }

    /** Only what has changed is drawn anew. */
    private void changed() {
        // Looked at when its turn comes: what has changed while the device was first read may be on no card yet.
        reading.again(() -> {
            var found = reached;
            if (found == null) {
                return () -> {};
            }
            Supplier<String> drawLost = lost(found, false);
            Supplier<String> drawPast = past(found);
            return () -> announcer.tell(List.of(drawLost.get(), drawPast.get()));
        });
    }

    @Override
    public String title() {
        return title;
    }
}
