package se.handtag.recovery;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.commands.CommandId;
import se.handtag.commands.CommandRecords;
import se.handtag.commands.Commands;
import se.handtag.commands.Order;
import se.handtag.devices.FleetDevice;
import se.handtag.identity.Actor;
import se.handtag.identity.Role;
import se.handtag.mdm.DeviceId;
import se.handtag.policy.Action;
import se.handtag.policy.Policy;
import se.handtag.requests.ReachableDevices;

/** Devices reported lost. */
@Component
public class LostReports {
    private final LostReportStore store;
    private final ReachableDevices reachable;
    private final Policy policy;
    private final Commands commands;
    private final AuditLog log;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LostReports(
            LostReportStore store,
            ReachableDevices reachable,
            Policy policy,
            Commands commands,
            AuditLog log,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.reachable = reachable;
        this.policy = policy;
        this.commands = commands;
        this.log = log;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Reports a device lost and locks it. The report stands whether or not the MDM can be reached now.
     *
     * @throws se.handtag.mdm.MdmException when the MDM cannot be asked for the device and nothing is known of it
     */
    public Reported report(Actor actor, DeviceId id) {
        var found = reachable.find(actor.person(), id);
        if (found.isEmpty()) {
            log.appendAlone(AuditEntry.of(AuditKind.REFUSED_ACCESS)
                    .by(actor)
                    .action("report-lost")
                    .outcome("no such device")
                    .fact("asked", id.value().toString()));
            return new Reported.NoSuchDevice();
        }
        FleetDevice device = found.get().device();
        var action = new Action.Lock();
        var ruling = policy.rule(actor.person().roles(), found.get().self(), device, action);
        return Objects.requireNonNull(transaction.execute(_ -> {
            var inserted = store.insert(actor.person(), device.id(), device.label(), clock.instant());
            if (inserted.isEmpty()) {
                return new Reported.ReportedBefore(store.open(device.id()).orElseThrow());
            }
            LostReport report = inserted.get();
            log.append(AuditEntry.of(AuditKind.LOST)
                    .by(actor)
                    .device(device.id().value(), device.label())
                    .action("report-lost")
                    .outcome("reported"));
            log.append(CommandRecords.decision(actor, action, ruling));
            events.publishEvent(new LostReport.LostChanged(device.id()));
            if (ruling.decision().denied() || ruling.decision().needsApproval()) {
                return new Reported.NoLock(report, ruling.decision());
            }
            var person = actor.person();
            CommandId lock = commands.place(new Order(
                    person.id(),
                    person.name(),
                    person.roles(),
                    found.get().self(),
                    ruling.question().subject(),
                    action));
            store.locks(report.id(), lock);
            return new Reported.Locking(store.open(device.id()).orElseThrow());
        }));
    }

    /**
     * Lifts a report. It takes a second person, from IT or the help desk: whoever holds a lost phone may also hold its
     * owner's open session.
     *
     * @return false when there is no open report
     * @throws AccessDeniedException for everybody else
     */
    @Transactional
    public boolean found(Actor actor, DeviceId device) {
        if (!actor.person().is(Role.IT) && !actor.person().is(Role.HELP_DESK)) {
            throw new AccessDeniedException("Only IT and the help desk lift a lost report");
        }
        Optional<LostReport> open = store.open(device);
        if (open.isPresent() && open.get().by().equals(actor.person().id())) {
            throw new AccessDeniedException("Whoever reported a device lost does not lift the report");
        }
        if (open.isEmpty() || !store.close(open.get().id(), actor.person(), clock.instant())) {
            return false;
        }
        log.append(AuditEntry.of(AuditKind.LOST)
                .by(actor)
                .onBehalfOf(open.get().reportedBy())
                .device(device.value(), open.get().deviceLabel())
                .action("lift-lost")
                .outcome("found"));
        events.publishEvent(new LostReport.LostChanged(device));
        return true;
    }

    /** The open report about a device, empty when it is not lost. */
    public Optional<LostReport> about(DeviceId device) {
        return store.open(device);
    }

    /** All that is lost now, the oldest first. For IT and the help desk. */
    public List<LostReport> open() {
        return store.open();
    }
}
