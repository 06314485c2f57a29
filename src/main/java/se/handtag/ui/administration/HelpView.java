package se.handtag.ui.administration;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.handtag.Longest;
import se.handtag.devices.FleetDevice;
import se.handtag.identity.Role;
import se.handtag.identity.SignedIn;
import se.handtag.mdm.MdmException;
import se.handtag.policy.Action;
import se.handtag.recovery.HelpDeskVisits;
import se.handtag.recovery.HelpDeskVisits.Visit;
import se.handtag.recovery.LostReports;
import se.handtag.recovery.Reported;
import se.handtag.requests.Asked;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Chip;
import se.handtag.ui.kit.Confirmation;
import se.handtag.ui.kit.EmptyState;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Toast;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;

/** Acting for a person who called: under a ticket, in their sight. */
@Route(value = "help", layout = MainLayout.class)
@RolesAllowed({Role.HELP_DESK_NAME, Role.IT_NAME})
class HelpView extends Div implements Titled {
    private final transient HelpDeskVisits visits;
    private final transient LostReports reports;
    private final transient SignedIn signedIn;
    private final TextField ticket = new TextField();
    private final TextField whom = new TextField();
    private final Div devices = new Div();

    HelpView(HelpDeskVisits visits, LostReports reports, SignedIn signedIn) {
        this.visits = visits;
        this.reports = reports;
        this.signedIn = signedIn;
        addClassName("stack");
        devices.addClassName("stack");
        devices.getElement().setAttribute("aria-live", "polite");
        ticket.setLabel(getTranslation("lost.help.ticket"));
        ticket.setMaxLength(40);
        whom.setLabel(getTranslation("lost.help.whom"));
        whom.setHelperText(getTranslation("lost.help.whom.help"));
        whom.setMaxLength(Longest.NAME.characters());
        for (TextField field : new TextField[] {ticket, whom}) {
            field.setWidthFull();
        }
        var open = Buttons.primary(getTranslation("lost.help.open"), this::open);
        open.addClickShortcut(Key.ENTER);
        add(
                new PageHeader(title()).quiet(getTranslation("lost.help.quiet")),
                new Card(getTranslation("lost.help.for")).with(ticket, whom).actions(open),
                devices);
    }

    private void open() {
        devices.removeAll();
        ticket.setInvalid(!HelpDeskVisits.isTicket(ticket.getValue()));
        ticket.setErrorMessage(getTranslation("lost.help.ticket.wrong"));
        if (ticket.isInvalid()) {
            ticket.focus();
            return;
        }
        try {
            visits.open(signedIn.actor(), ticket.getValue(), whom.getValue())
                    .ifPresentOrElse(
                            this::show,
                            () -> devices.add(new EmptyState(
                                    Glyph.PERSON,
                                    getTranslation("lost.help.nobody"),
                                    getTranslation("lost.help.nobody.text"))));
        } catch (MdmException away) {
            Toast.problem(getTranslation("lost.links.away"));
        }
    }

    private void show(Visit visit) {
        var name =
                new Paragraph(getTranslation("lost.help.opened", visit.person().name(), visit.ticket()));
        devices.add(name);
        visit.devices().forEach(device -> devices.add(card(visit, device)));
        if (visit.devices().isEmpty()) {
            devices.add(new EmptyState(
                    Glyph.DEVICE, getTranslation("lost.help.none"), getTranslation("lost.help.none.text")));
        }
    }

    private Card card(Visit visit, FleetDevice device) {
        var card = new Card(device.title()).quiet(device.label());
        boolean lost = reports.about(device.id()).isPresent();
        if (lost) {
            return card.urgent()
                    .beside(Chip.no(getTranslation("lost.help.is-lost")))
                    .actions(Buttons.plain(
                            getTranslation("lost.help.lock"), () -> ask(visit, device, new Action.Lock())));
        }
        return card.actions(
                Buttons.plain(getTranslation("lost.help.lock"), () -> ask(visit, device, new Action.Lock())),
                Buttons.plain(getTranslation("lost.help.refresh"), () -> ask(visit, device, new Action.Refresh())),
                Buttons.plain(
                        getTranslation("lost.help.passcode"), () -> ask(visit, device, new Action.ClearPasscode())),
                Buttons.danger(getTranslation("lost.help.lost"), () -> ask(visit, device, null)));
    }

    /** @param action null to report it lost */
    private void ask(Visit visit, FleetDevice device, @Nullable Action action) {
        String what = action == null ? "lost" : action.kind().key();
        Confirmation.ask(getTranslation("lost.help.question." + what, device.label()))
                .happens(getTranslation("lost.help.told", visit.person().name()))
                .primary(getTranslation("lost.help.yes." + what, device.label()), _ -> {
                    try {
                        act(visit, device, action);
                    } catch (MdmException away) {
                        Toast.problem(getTranslation("lost.links.away"));
                    }
                })
                .open();
    }

    private void act(Visit visit, FleetDevice device, @Nullable Action action) {
        if (action == null) {
            Reported reported = visits.reportLost(signedIn.actor(), visit, device.id());
            switch (reported) {
                case Reported.Locking _ -> Toast.done(getTranslation("lost.help.lost.done"));
                case Reported.NoLock _ -> Toast.done(getTranslation("lost.help.lost.no-lock"));
                case Reported.ReportedBefore _ -> Toast.done(getTranslation("lost.help.lost.before"));
                case Reported.NoSuchDevice _ -> Toast.problem(getTranslation("lost.help.lost.gone"));
            }
            devices.removeAll();
            show(visit);
            return;
        }
        Asked asked = visits.ask(signedIn.actor(), visit, device.id(), action);
        switch (asked) {
            case Asked.OnItsWay _ -> Toast.done(getTranslation("lost.help.on-its-way"));
            case Asked.Waiting _ -> Toast.done(getTranslation("lost.help.waits"));
            default -> Toast.problem(getTranslation("lost.help.refused"));
        }
    }

    @Override
    public String title() {
        return Objects.requireNonNull(getTranslation("lost.help.title"));
    }
}
