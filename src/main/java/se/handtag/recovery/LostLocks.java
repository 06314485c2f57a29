package se.handtag.recovery;

import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.commands.CommandRecords;
import se.handtag.devices.FleetDevice;
import se.handtag.identity.Actor;
import se.handtag.mdm.UserId;
import se.handtag.policy.Action;
import se.handtag.policy.Ruling;

/**
 * Orders the lock of a device that stands reported lost, the first one and every further one. The rules are asked, which
 * may take as long as the MDM takes to answer, before anything is held in the database.
 */
@Component
class LostLocks {
    private static final Action LOCK = new Action.Lock();

    private final LostReportStore store;
    private final LostOrders orders;
    private final AuditLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LostLocks(LostReportStore store, LostOrders orders, AuditLog log, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.orders = orders;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Orders the first lock, with the reporter's rights.
     *
     * @param actor who reports it now, null when the portal makes up for what was cut off
     */
    Reported first(@Nullable Actor actor, LostReport report, FleetDevice device) {
        var whom = whom(report, report.self());
        var ruling = orders.rule(whom, device, LOCK);
        return Objects.requireNonNull(transaction.execute(_ -> {
            var open = store.lock(report.device());
            if (open.isEmpty()
                    || !open.get().id().equals(report.id())
                    || open.get().lock() != null) {
                return new Reported.ReportedBefore(open.orElse(report));
            }
            log.append(actor == null ? decision(report, device, ruling) : CommandRecords.decision(actor, LOCK, ruling));
            orders.keep(whom, ruling);
            var lock = orders.place(whom, ruling, LOCK);
            if (lock.isEmpty()) {
                store.denies(report.id(), device.lastContact());
                return new Reported.NoLock(report, ruling.decision());
            }
            store.locks(report.id(), lock.get(), clock.instant(), device.lastContact());
            return new Reported.Locking(store.open(device.id()).orElseThrow());
        }));
    }

    /**
     * Orders another lock. The report speaks for whoever the device belongs to now: it stays lost, and is locked, though it
     * changed hands. That the rules say no is put on record once.
     */
    void again(LostReport report, FleetDevice device) {
        var whom = whom(report, device.owner() == null ? report.self() : device.owner());
        var ruling = orders.rule(whom, device, LOCK);
        transaction.executeWithoutResult(_ -> {
            var open = store.lock(report.device());
            if (open.isEmpty() || open.get().repeats() != report.repeats()) {
                return;
            }
            if (LostOrders.allows(ruling) || !report.lockDenied()) {
                log.append(decision(report, device, ruling));
            }
            var lock = orders.place(whom, ruling, LOCK);
            if (lock.isEmpty()) {
                store.denies(report.id(), device.lastContact());
                return;
            }
            store.locks(report.id(), lock.get(), clock.instant(), device.lastContact());
            log.append(AuditEntry.of(AuditKind.LOST)
                    .onBehalfOf(report.by(), report.reportedBy())
                    .device(device.id().value(), device.label())
                    .action("repeat-lock")
                    .outcome("ordered")
                    .command(lock.get().value())
                    .fact("repeat", Integer.toString(report.repeats() + 1)));
        });
    }

    private static LostOrders.For whom(LostReport report, @Nullable UserId self) {
        return new LostOrders.For(report.by(), report.reportedBy(), report.roles(), self);
    }

    private static AuditEntry decision(LostReport report, FleetDevice device, Ruling ruling) {
        return AuditEntry.of(AuditKind.DECISION)
                .onBehalfOf(report.by(), report.reportedBy())
                .device(device.id().value(), device.label())
                .action(LOCK.kind().key())
                .outcome(ruling.decision().word())
                .rules(ruling.decision().ruleIds())
                .fact("rulesVersion", ruling.decision().version());
    }
}
