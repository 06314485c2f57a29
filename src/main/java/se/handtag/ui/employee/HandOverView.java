package se.handtag.ui.employee;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedRuntimeException;
import se.handtag.Longest;
import se.handtag.devices.MdmUser;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.SignedIn;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.MdmException;
import se.handtag.policy.Action;
import se.handtag.policy.Decision;
import se.handtag.policy.Subject;
import se.handtag.requests.ReachableDevices.Reached;
import se.handtag.requests.Requests;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.Skeleton;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;
import se.handtag.ui.words.HandOverChanges;
import se.handtag.ui.words.LooksAtOthers;
import se.handtag.ui.words.Reading;
import se.handtag.ui.words.Readings;

/** Handing a device over to a colleague: to whom, what will be configured anew, and then it is asked for. */
@Route(value = "device/:id/hand-over", layout = MainLayout.class)
@PermitAll
class HandOverView extends Div implements BeforeEnterObserver, Titled {

    private final transient DeviceDoor door;
    private final transient MdmUsers users;
    private final transient Requests requests;
    private final transient Lending lending;
    private final transient HandOverChanges changes;
    private final transient SignedIn signedIn;
    private final transient LooksAtOthers looks;
    private final transient Reading reading;
    private final Div next = new Div();

    HandOverView(
            DeviceDoor door,
            MdmUsers users,
            Requests requests,
            Lending lending,
            HandOverChanges changes,
            SignedIn signedIn,
            LooksAtOthers looks,
            Readings readings) {
        this.looks = looks;
        this.door = door;
        this.users = users;
        this.requests = requests;
        this.lending = lending;
        this.changes = changes;
        this.signedIn = signedIn;
        reading = readings.of(this);
        addClassName("stack");
        next.addClassName("stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        next.removeAll();
        var head = new PageHeader(title()).back(getTranslation("employee.devices.title"), MyDevicesView.class);
        add(head);
        reading.open(() -> Skeleton.cards(1), "employee.reading.device", () -> read(event, head));
    }

    private Runnable read(BeforeEnterEvent event, PageHeader head) {
        try {
            return event.getRouteParameters()
                    .get("id")
                    .flatMap(RequestView::uuid)
                    .map(DeviceId::new)
                    .flatMap(door::open)
                    .filter(Reached::own)
                    .<Runnable>map(found -> () -> show(found, head))
                    .orElse(() -> reading.notFound(event, head));
        } catch (MdmException away) {
            return () -> add(WithoutDevices.notNow());
        }
    }

    private void show(Reached reached, PageHeader head) {
        var address = new EmailField(getTranslation("employee.hand-over.address"));
        address.setHelperText(getTranslation("employee.hand-over.address.help"));
        address.setWidthFull();
        head.quiet(reached.device().title() + ", " + reached.device().label());
        add(
                new Card(getTranslation("employee.hand-over.whom"))
                        .with(Rows.form(address))
                        .actions(Buttons.primary(
                                getTranslation("employee.hand-over.continue"),
                                () -> look(reached, address.getValue().strip()))),
                next);
    }

    private void look(Reached reached, String address) {
        next.removeAll();
        var self = reached.self();
        MdmUser owner = self == null ? null : users.find(self).orElse(null);
        MdmUser colleague = address.isEmpty() ? null : users.withEmail(address).orElse(null);
        if (colleague == null && !address.isEmpty()) {
            looks.recordSearch(address);
        }
        if (owner == null || colleague == null || colleague.id().equals(owner.id())) {
            next.add(Notice.error(
                    getTranslation("employee.hand-over.nobody"), getTranslation("employee.hand-over.nobody.text")));
            return;
        }
        looks.record(colleague);
        var action = new Action.HandOver(colleague.id(), colleague.name());
        Decision decision = lending.decision(new Subject.OfDevice(reached.device()), self, action);
        if (decision.denied()) {
            next.add(Notice.error(
                    getTranslation("employee.asked.denied"),
                    String.join(" ", Deciders.explanations(decision.reasons(), getLocale()))));
            return;
        }
        var reason = new TextArea(getTranslation("employee.reason.optional"));
        reason.setMaxLength(Longest.REASON.characters());
        reason.setWidthFull();
        var problems = new Div();
        var card = new Card(getTranslation("employee.hand-over.changes", colleague.name()));
        changes.of(reached.device(), owner, colleague, getLocale()).forEach(line -> card.with(new Paragraph(line)));
        card.with(new Paragraph(getTranslation("employee.hand-over.contents")));
        card.with(new Paragraph(getTranslation("employee.hand-over.agrees", colleague.name())));
        String first = lending.first(decision);
        if (!first.isEmpty()) {
            card.with(new Paragraph(first));
        }
        card.with(Rows.form(reason), problems)
                .actions(Buttons.primary(getTranslation("employee.hand-over.ask", colleague.name()), () -> {
                    problems.removeAll();
                    Notice problem = send(reached, action, reason.getValue().strip());
                    if (problem != null) {
                        problems.add(problem);
                    }
                }));
        next.add(card);
    }

    private @Nullable Notice send(Reached reached, Action action, String reason) {
        try {
            return Lending.answer(
                    requests.ask(signedIn.actor(), reached.device().id(), action, reason));
        } catch (MdmException | NestedRuntimeException away) {
            return Notice.error(getTranslation("employee.asked.failed"), getTranslation("employee.asked.failed.text"));
        }
    }

    @Override
    public String title() {
        return getTranslation("employee.hand-over.title");
    }
}
