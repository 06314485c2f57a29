package se.handtag.recovery;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.commands.Command;
import se.handtag.commands.OneHuman;
import se.handtag.commands.Unsent;
import se.handtag.devices.FleetDevice;
import se.handtag.identity.Actor;
import se.handtag.identity.Person;
import se.handtag.mdm.DeviceId;
import se.handtag.policy.ActionKind;
import se.handtag.requests.ReachableDevices;
import se.handtag.requests.ReachableDevices.Reached;

/** Devices reported lost: reporting one, and which there are. */
@Component
public class LostReports {
    private final LostReportStore store;
    private final ReachableDevices reachable;
    private final LostLocks locks;
    private final OneHuman humans;
    private final Unsent unsent;
    private final OwnersSessions sessions;
    private final ReportedByOthers others;
    private final AuditLog log;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LostReports(
            LostReportStore store,
            ReachableDevices reachable,
            LostLocks locks,
            OneHuman humans,
            Unsent unsent,
            OwnersSessions sessions,
            ReportedByOthers others,
            AuditLog log,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.reachable = reachable;
        this.locks = locks;
        this.humans = humans;
        this.unsent = unsent;
        this.sessions = sessions;
        this.others = others;
        this.log = log;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Reports a device lost and locks it, cancels passcode clears that were not sent yet, and ends the other sessions of
     * whose it is. The report stands before the rules are asked about the lock, and whether or not the MDM can be reached.
     * Reporting it once more ends the other sessions once more, and orders a lock anew where nothing has locked it.
     *
     * @throws se.handtag.mdm.MdmException when the MDM cannot be asked for the device and nothing is known of it
     */
    public Reported report(Actor actor, DeviceId id) {
        var found = reachable.find(actor.person(), id);
        if (found.isEmpty()) {
            log.appendAlone(AuditEntry.refused(actor, "report-lost", "device", id.value()));
            return new Reported.NoSuchDevice();
        }
        Reached reached = found.get();
        Optional<LostReport> report = Objects.requireNonNull(transaction.execute(_ -> insert(actor, reached)));
        if (report.isEmpty()) {
            var before = store.open(id).orElseThrow();
            return locks.isWithout(before)
                    ? locks.again(actor, before, reached.device())
                    : new Reported.ReportedBefore(before);
        }
        return locks.first(actor, report.get(), reached.device());
    }

    private Optional<LostReport> insert(Actor actor, Reached reached) {
        FleetDevice device = reached.device();
        var person = actor.person();
        var inserted = store.insert(person, reached.self(), device, marks(person, reached), clock.instant());
        if (inserted.isEmpty()) {
            // Whoever reported it first, and stayed signed in, may have been the thief.
            store.open(device.id()).ifPresent(before -> endSessions(actor, reached, before.id()));
            return inserted;
        }
        log.append(whose(AuditEntry.of(AuditKind.LOST).by(actor), reached)
                .device(device.id().value(), device.label())
                .action("report-lost")
                .outcome("reported"));
        unsent.cancel(device.id(), Set.of(ActionKind.CLEAR_PASSCODE), "lost");
        endSessions(actor, reached, inserted.get().id());
        if (reached.own()) {
            store.tells(inserted.get().id(), clock.instant());
            events.publishEvent(LostReport.LostChanged.by(person, reached));
        }
        return inserted;
    }

    /** Ends what is signed in elsewhere as whose device it is, once more. Does nothing but for the owner of a lost device. */
    public void endElsewhere(Actor actor, DeviceId id) {
        reachable
                .find(actor.person(), id)
                .filter(Reached::own)
                .filter(_ -> store.isLost(id))
                .map(Reached::self)
                .ifPresent(self -> sessions.endOwn(actor, self));
    }

    /** At once when the owner is at the screen; otherwise the MDM is to be asked who that is, and whoever it concerns is told. */
    private void endSessions(Actor actor, Reached reached, UUID report) {
        var self = reached.self();
        if (reached.own() && self != null) {
            sessions.endOwn(actor, self);
        } else {
            others.carryOutSoon(report);
        }
    }

    private Set<String> marks(Person person, Reached reached) {
        Set<String> marks = new TreeSet<>(humans.marks(person, reached.self()));
        if (reached.device().owner() != null) {
            marks.add("user/" + reached.device().owner().value());
        }
        return marks;
    }

    /** Whoever has the device can see what was reported about it, and take out a receipt. */
    static AuditEntry whose(AuditEntry entry, Reached reached) {
        var owner = reached.device().owner();
        return owner == null || reached.own() ? entry : entry.onBehalfOf("user/" + owner, null);
    }

    /** The open report about a device, empty when it is not lost. */
    public Optional<LostReport> about(DeviceId device) {
        return store.open(device);
    }

    /** The same of several; those that are not lost are left out. */
    public Map<DeviceId, LostReport> about(Collection<DeviceId> devices) {
        return devices.isEmpty()
                ? Map.of()
                : store.open(devices).stream().collect(Collectors.toMap(LostReport::device, Function.identity()));
    }

    /** Whether nothing has locked it, as far as is known, and nothing on its way would: reporting it once more orders a lock. */
    public boolean isWithoutLock(LostReport report) {
        return locks.isWithout(report);
    }

    /** What was sent before it was lost and may still happen to it, the newest first: nothing can call it back. */
    public List<Command> mayStillHappen(DeviceId device) {
        return unsent.mayStillHappen(device, Set.of(ActionKind.CLEAR_PASSCODE, ActionKind.WIPE));
    }

    /** All that is lost now, the oldest first. For IT and the help desk. */
    public List<LostReport> open() {
        return store.open();
    }
}
