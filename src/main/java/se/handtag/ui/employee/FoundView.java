package se.handtag.ui.employee;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import se.handtag.identity.FreshSignIns;
import se.handtag.identity.SignedIn;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.MdmException;
import se.handtag.recovery.LostEndings;
import se.handtag.recovery.LostReport.Ending;
import se.handtag.recovery.LostReports;
import se.handtag.requests.ReachableDevices;
import se.handtag.requests.ReachableDevices.Reached;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Skeleton;
import se.handtag.ui.kit.Toast;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;
import se.handtag.ui.words.LooksAtOthers;
import se.handtag.ui.words.Reading;
import se.handtag.ui.words.Readings;

/** "I have it again": proves first that it is the owner who says so, then lifts the report by one press. */
@Route(value = "found/:id", layout = MainLayout.class)
@PermitAll
class FoundView extends Div implements BeforeEnterObserver, Titled {
    private final transient ReachableDevices reachable;
    private final transient LostReports reports;
    private final transient LostEndings endings;
    private final transient FreshSignIns fresh;
    private final transient SignedIn signedIn;
    private final transient LooksAtOthers looks;
    private final transient Reading reading;

    FoundView(
            ReachableDevices reachable,
            LostReports reports,
            LostEndings endings,
            FreshSignIns fresh,
            SignedIn signedIn,
            LooksAtOthers looks,
            Readings readings) {
        this.reachable = reachable;
        this.reports = reports;
        this.endings = endings;
        this.fresh = fresh;
        this.signedIn = signedIn;
        this.looks = looks;
        reading = readings.of(this);
        addClassName("stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var head = new PageHeader(title());
        add(head);
        reading.open(() -> Skeleton.cards(1), "employee.reading.device", () -> read(event, head));
    }

    private Runnable read(BeforeEnterEvent event, PageHeader head) {
        Optional<DeviceId> id =
                event.getRouteParameters().get("id").flatMap(RequestView::uuid).map(DeviceId::new);
        try {
            Optional<Reached> found = id.flatMap(device -> reachable.find(signedIn.person(), device))
                    .filter(Reached::own);
            if (found.isEmpty()) {
                id.ifPresent(device -> looks.recordRefused("lift-lost", "device", device));
                return () -> reading.notFound(event, head);
            }
            var device = found.get().device().id();
            if (reports.about(device).isEmpty()) {
                return () -> toDevice(event, device);
            }
            return () -> {
                head.back(getTranslation("employee.devices.title"), MyDevicesView.class);
                show(found.get());
            };
        } catch (MdmException away) {
            return () -> add(WithoutDevices.notNow());
        }
    }

    private void toDevice(BeforeEnterEvent event, DeviceId device) {
        if (reading.isOpening()) {
            event.forwardTo("device/" + device);
        } else {
            event.getUI().navigate("device/" + device);
        }
    }

    private void show(Reached reached) {
        var device = reached.device();
        if (fresh.of(signedIn.person()) == null) {
            var confirm = new Anchor("sign-in/fresh?to=/found/" + device.id(), getTranslation("employee.found.prove"));
            confirm.setRouterIgnore(true);
            confirm.addClassNames("button", "primary");
            add(new Card(getTranslation("employee.found.question", device.label()))
                    .with(new Paragraph(getTranslation("employee.found.prove.why")))
                    .actions(confirm));
        } else {
            add(new Card(getTranslation("employee.found.question", device.label()))
                    .with(new Paragraph(getTranslation("employee.found.happens")))
                    .actions(Buttons.primary(
                            getTranslation("employee.found.yes", device.label()), () -> lift(reached))));
        }
    }

    private void lift(Reached reached) {
        var device = reached.device();
        LostEndings.Ended ended;
        try {
            ended = endings.end(signedIn.actor(), device.id(), Ending.FOUND);
        } catch (MdmException away) {
            Toast.problem(getTranslation("employee.not-now.title"));
            return;
        }
        switch (ended) {
            case YES -> {
                Toast.done(getTranslation("employee.found.done"));
                getUI().ifPresent(ui -> ui.navigate("device/" + device.id()));
            }
            case NOT_LOST -> Toast.problem(getTranslation("employee.found.before"));
            case SIGN_IN_ANEW, NOT_YOURS -> {
                Toast.problem(getTranslation("employee.found.too-late"));
                removeAll();
                add(new PageHeader(title()).back(getTranslation("employee.devices.title"), MyDevicesView.class));
                show(reached);
            }
        }
    }

    @Override
    public String title() {
        return getTranslation("employee.found.title");
    }
}
