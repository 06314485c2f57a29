package se.handtag.recovery;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.devices.Directory;
import se.handtag.devices.Fleet;
import se.handtag.devices.FleetDevice;
import se.handtag.devices.UserFile;
import se.handtag.devices.UserSearch;
import se.handtag.identity.Actor;
import se.handtag.identity.Role;
import se.handtag.mdm.DeviceId;
import se.handtag.policy.Action;
import se.handtag.requests.Asked;
import se.handtag.requests.Requests;

/**
 * The help desk acts for a person who called, under a ticket. Who looked and who acted, and for which ticket, is on record and
 * shown to the person.
 */
@Component
public class HelpDeskVisits {
    private static final Pattern TICKET = Pattern.compile("[\\p{L}\\p{N}#/._-]{2,40}");

    private final Directory directory;
    private final Fleet fleet;
    private final Requests requests;
    private final LostReports reports;
    private final AuditLog log;
    private final TransactionTemplate transaction;

    HelpDeskVisits(
            Directory directory,
            Fleet fleet,
            Requests requests,
            LostReports reports,
            AuditLog log,
            TransactionTemplate transaction) {
        this.directory = directory;
        this.fleet = fleet;
        this.requests = requests;
        this.reports = reports;
        this.log = log;
        this.transaction = transaction;
    }

    /** A person and their devices, opened under a ticket. */
    public record Visit(String ticket, UserFile person, List<FleetDevice> devices) {}

    /** Whether it reads like the number of a ticket. */
    public static boolean isTicket(String text) {
        return TICKET.matcher(text.strip()).matches();
    }

    /**
     * Opens a person under a ticket. The look is on record, for each device, before anything is shown.
     *
     * @param whom e-mail address or account
     * @return empty when not exactly one person fits
     * @throws AccessDeniedException when they are neither of the help desk nor of IT
     * @throws se.handtag.mdm.MdmException when the MDM cannot be asked
     */
    public Optional<Visit> open(Actor actor, String ticket, String whom) {
        demand(actor, ticket);
        String wanted = whom.strip();
        List<UserFile> found = wanted.isEmpty()
                ? List.of()
                : directory.users(
                        wanted.contains("@")
                                ? new UserSearch(wanted, null, null, null, null)
                                : new UserSearch(null, null, wanted, null, null));
        if (found.size() != 1) {
            log.appendAlone(look(actor, ticket)
                    .action("open-person")
                    .outcome("not one person")
                    .fact("text", wanted));
            return Optional.empty();
        }
        UserFile person = found.getFirst();
        List<FleetDevice> devices = fleet.of(person.id()).value();
        transaction.executeWithoutResult(_ -> record(actor, ticket, person, devices));
        return Optional.of(new Visit(ticket.strip(), person, devices));
    }

    private void record(Actor actor, String ticket, UserFile person, List<FleetDevice> devices) {
        log.append(look(actor, ticket)
                .action("open-person")
                .onBehalfOf("user/" + person.id(), person.name())
                .subject("user/" + person.id(), person.name())
                .outcome("shown"));
        for (FleetDevice device : devices) {
            log.append(look(actor, ticket)
                    .action("open-device")
                    .onBehalfOf("user/" + person.id(), person.name())
                    .device(device.id().value(), device.label())
                    .outcome("shown"));
        }
    }

    /** Asks for something on one of the person's devices, under the rules for the help desk. */
    public Asked ask(Actor actor, Visit visit, DeviceId device, Action action) {
        demand(actor, visit.ticket());
        log.appendAlone(entry(actor, visit, device, action.kind().key()));
        return requests.askUnderTicket(actor, device, action, "Ticket " + visit.ticket(), visit.ticket());
    }

    /** Reports one of the person's devices lost. */
    public Reported reportLost(Actor actor, Visit visit, DeviceId device) {
        demand(actor, visit.ticket());
        log.appendAlone(entry(actor, visit, device, "report-lost"));
        return reports.report(actor, device);
    }

    private static AuditEntry entry(Actor actor, Visit visit, DeviceId device, String action) {
        String label = visit.devices().stream()
                .filter(each -> each.id().equals(device))
                .map(FleetDevice::label)
                .findFirst()
                .orElseThrow(() -> new AccessDeniedException("Not a device of this visit"));
        return look(actor, visit.ticket())
                .action("act-for")
                .onBehalfOf("user/" + visit.person().id(), visit.person().name())
                .device(device.value(), label)
                .outcome(action);
    }

    private static AuditEntry look(Actor actor, String ticket) {
        return AuditEntry.of(AuditKind.LOOK).by(actor).fact("ticket", ticket.strip());
    }

    private static void demand(Actor actor, String ticket) {
        if (!actor.person().is(Role.HELP_DESK) && !actor.person().is(Role.IT)) {
            throw new AccessDeniedException("Only the help desk and IT act for others");
        }
        if (!isTicket(ticket)) {
            throw new IllegalArgumentException("Acting for others takes a ticket");
        }
    }
}
