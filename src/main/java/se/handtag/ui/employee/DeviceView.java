package se.handtag.ui.employee;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.MdmException;
import se.handtag.requests.ReachableDevices.Reached;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;
import se.handtag.ui.words.Hint;
import se.handtag.ui.words.LiveUpdates;

/** One device: how it is, what can be done with it and why not, and what was done. */
@Route(value = "device/:id", layout = MainLayout.class)
@PermitAll
class DeviceView extends Div implements BeforeEnterObserver, Titled {
    private final transient DeviceDoor door;
    private final transient DeviceParts parts;
    private final transient History history;
    private String title = "";
    private @Nullable Reached reached;
    private boolean lost;
    private final transient LiveUpdates.Watch watch;
    private final Div held = new Div();
    private final Div past = new Div();

    DeviceView(DeviceDoor door, DeviceParts parts, History history, LiveUpdates live) {
        this.door = door;
        this.parts = parts;
        this.history = history;
        addClassName("stack");
        watch = live.watch(this, this::changed);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        reached = null;
        title = getTranslation("employee.device.title");
        Optional<DeviceId> id =
                event.getRouteParameters().get("id").flatMap(RequestView::uuid).map(DeviceId::new);
        try {
            Optional<Reached> found = id.flatMap(door::open);
            if (found.isEmpty()) {
                event.rerouteToError(NotFoundException.class);
                return;
            }
            reached = found.get();
            show(found.get());
        } catch (MdmException away) {
            add(
                    new PageHeader(title).back(getTranslation("employee.devices.title"), MyDevicesView.class),
                    Notice.warn(getTranslation("employee.not-now.title"), getTranslation("employee.not-now.text")));
        }
    }

    private void show(Reached found) {
        var device = found.device();
        watch.only(Set.of(Hint.device(device.id())));
        title = device.title();
        removeAll();
        add(new PageHeader(title)
                .back(getTranslation("employee.devices.title"), MyDevicesView.class)
                .below(new Span(OwnDeviceCards.modelAndEnding(device)), parts.contact(found))
                .picture(OwnDeviceCards.picture(device).picture()));
        parts.whose(found).ifPresent(this::add);
        parts.stale(found).ifPresent(this::add);
        Optional<Card> lostCard = parts.lost(found);
        lost = lostCard.isPresent();
        lostCard.ifPresent(this::add);
        past();
        add(held);
        add(Rows.two(parts.actions(found), Rows.stack(parts.facts(found), past)));
    }

    private void past() {
        if (reached != null) {
            held.removeAll();
            parts.held(reached).ifPresent(held::add);
            past.removeAll();
            past.add(new Card(getTranslation("employee.history.title")).with(history.list(history.about(reached))));
        }
    }

    /** Only what has changed is drawn anew: an unfolded "Why?" stays open. */
    private void changed() {
        if (reached == null) {
            return;
        }
        if (lost || parts.lost(reached).isPresent()) {
            show(reached);
        } else {
            past();
        }
    }

    @Override
    public String title() {
        return title;
    }
}
