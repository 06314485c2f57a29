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
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.Skeleton;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;
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
    private final Div held = new Div();
    private final Div past = new Div();

    DeviceView(DeviceDoor door, DeviceParts parts, History history, LiveUpdates live, Readings readings) {
        this.door = door;
        this.parts = parts;
        this.history = history;
        addClassName("stack");
        reading = readings.of(this);
        watch = live.watch(this, this::changed);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        reached = null;
        title = getTranslation("employee.device.title");
        var head = head();
        reading.open(() -> Skeleton.cards(2), "employee.reading.device", () -> read(event, head));
    }

    private PageHeader head() {
        removeAll();
        var head = new PageHeader(title).back(getTranslation("employee.devices.title"), MyDevicesView.class);
        add(head);
        return head;
    }

    private Runnable read(BeforeEnterEvent event, PageHeader head) {
        Optional<DeviceId> id =
                event.getRouteParameters().get("id").flatMap(RequestView::uuid).map(DeviceId::new);
        try {
            return id.flatMap(door::open)
                    .map(found -> all(found, () -> head))
                    .orElse(() -> title = reading.notFound(event, head));
        } catch (MdmException away) {
            return () -> add(WithoutDevices.notNow());
        }
    }

    private Runnable all(Reached found, Supplier<PageHeader> head) {
        var device = found.device();
        var contact = parts.contact(found);
        List<Component> above = Stream.of(parts.whose(found), parts.stale(found))
                .flatMap(Optional::stream)
                .map(Component.class::cast)
                .toList();
        Optional<Card> lostCard = parts.lost(found);
        var actions = parts.actions(found);
        var facts = parts.facts(found);
        Runnable drawPast = past(found);
        return () -> {
            reached = found;
            lost = lostCard.isPresent();
            title = device.title();
            watch.only(Set.of(Hint.device(device.id())));
            var at = head.get();
            at.setTitle(title);
            at.below(new Span(OwnDeviceCards.modelAndEnding(device)), contact)
                    .picture(OwnDeviceCards.picture(device).picture());
            add(above);
            lostCard.ifPresent(this::add);
            drawPast.run();
            add(held, Rows.two(actions, Rows.stack(facts, past)));
        };
    }

    private Runnable past(Reached found) {
        var notice = parts.held(found);
        var card = new Card(getTranslation("employee.history.title")).with(history.list(history.about(found)));
        return () -> {
            held.removeAll();
            notice.ifPresent(held::add);
            past.removeAll();
            past.add(card);
        };
    }

    /** Only what has changed is drawn anew: an unfolded "Why?" stays open. */
    private void changed() {
        // Looked at when its turn comes: what has changed while the device was first read may be on no card yet.
        reading.again(() -> {
            var found = reached;
            if (found == null) {
                return () -> {};
            }
            return lost || parts.lost(found).isPresent() ? all(found, this::head) : past(found);
        });
    }

    @Override
    public String title() {
        return title;
    }
}
