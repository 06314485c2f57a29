package se.handtag.recovery;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.commands.CommandId;
import se.handtag.commands.CommandRecords;
import se.handtag.commands.CommandState;
import se.handtag.commands.Commands;
import se.handtag.devices.FleetDevice;
import se.handtag.identity.Actor;
import se.handtag.mdm.UserId;
import se.handtag.policy.Action;
import se.handtag.policy.Ruling;
import se.handtag.policy.Subject;

/**
 * Orders the lock of a device that stands reported lost, the first one and every further one. The rules are asked, which
 * may take as long as the MDM takes to answer, before anything is held in the database.
 */
@Component
class LostLocks {
    private static final Action LOCK = new Action.Lock();

    /** It locked nothing, or nobody knows: to lock twice does no harm. */
    private static final Set<CommandState> NOTHING = EnumSet.of(
            CommandState.UNKNOWN,
            CommandState.REFUSED,
            CommandState.CANCELLED,
            CommandState.CONTRADICTED,
            CommandState.SETTLED_NOT_DONE);

    private final LostReportStore store;
    private final LostOrders orders;
    private final Commands commands;
    private final AuditLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LostLocks(
            LostReportStore store,
            LostOrders orders,
            Commands commands,
            AuditLog log,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.orders = orders;
        this.commands = commands;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether nothing has locked it, as far as is known, and nothing is on its way that would. */
    boolean isWithout(LostReport report) {
        return report.lock() == null || cameToNothing(report.lock());
    }

    /** Whether the command ended without a lock, or nobody knows how it ended. */
    boolean cameToNothing(CommandId lock) {
        return commands.find(lock)
                .filter(command -> NOTHING.contains(command.state()))
                .isPresent();
    }

    /**
     * Orders the first lock, with the reporter's rights.
     *
     * @param actor who reports it now, null when the portal makes up for what was cut off
     */
    Reported first(@Nullable Actor actor, LostReport report, FleetDevice device) {
        return order(actor, report, device, report.self());
    }

    /**
     * Orders another lock, or the first where the rules had allowed none. The report speaks for whoever the device belongs to
     * now: it stays lost, and is locked, though it changed hands. That the rules say no is put on record once, and each time
     * that somebody asks.
     *
     * @param actor who reports it once more now, null when the portal does so by itself
     */
    Reported again(@Nullable Actor actor, LostReport report, FleetDevice device) {
        return order(actor, report, device, device.owner() == null ? report.self() : device.owner());
    }

    private Reported order(@Nullable Actor actor, LostReport report, FleetDevice device, @Nullable UserId self) {
        var whom = new LostOrders.For(report.by(), report.reportedBy(), report.roles(), self);
        var ruling = orders.rule(whom, device, LOCK);
        return Objects.requireNonNull(transaction.execute(_ -> {
            var open = store.lock(report.device());
            if (open.isEmpty()
                    || !open.get().id().equals(report.id())
                    || !Objects.equals(open.get().lock(), report.lock())) {
                return new Reported.ReportedBefore(open.orElse(report));
            }
            if (actor != null || LostOrders.allows(ruling) || !report.lockDenied()) {
                log.append(
                        actor == null
                                ? decision(report, device, ruling)
                                : CommandRecords.decision(actor, LOCK, ruling));
                if (report.lock() == null) {
                    orders.keep(whom, ruling);
                }
            }
            var lock = orders.place(whom, ruling, LOCK);
            if (lock.isEmpty()) {
                store.denies(report.id(), clock.instant(), device.lastContact());
                return new Reported.NoLock(report, ruling.decision());
            }
            store.locks(report.id(), lock.get(), clock.instant(), device.lastContact());
            if (report.lock() != null) {
                log.append(repeated(actor, report, device, lock.get()));
            }
            return new Reported.Locking(store.open(device.id()).orElseThrow());
        }));
    }

    private static AuditEntry repeated(@Nullable Actor actor, LostReport report, FleetDevice device, CommandId lock) {
        var entry = AuditEntry.of(AuditKind.LOST);
        return (actor == null ? entry : entry.by(actor))
                .onBehalfOf(report.by(), report.reportedBy())
                .device(device.id().value(), device.label())
                .affecting(new Subject.OfDevice(device).ownerKey())
                .action("repeat-lock")
                .outcome("ordered")
                .command(lock.value())
                .fact("repeat", Integer.toString(report.repeats() + 1));
    }

    private static AuditEntry decision(LostReport report, FleetDevice device, Ruling ruling) {
        return AuditEntry.of(AuditKind.DECISION)
                .onBehalfOf(report.by(), report.reportedBy())
                .device(device.id().value(), device.label())
                .affecting(new Subject.OfDevice(device).ownerKey())
                .action(LOCK.kind().key())
                .outcome(ruling.decision().word())
                .rules(ruling.decision().ruleIds())
                .fact("rulesVersion", ruling.decision().version());
    }
}
