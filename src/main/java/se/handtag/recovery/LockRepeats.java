package se.handtag.recovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.commands.Commands;
import se.handtag.devices.Fleet;
import se.handtag.devices.FleetDevice;
import se.handtag.mdm.MdmException;
import se.handtag.policy.Action;

/**
 * Whoever found a passcode opens a lost phone again after its lock. So there is always a lock that waits for its next
 * contact: when the device was in contact since the last one, another is sent, ever more seldom and a bounded number of
 * times.
 */
@Component
class LockRepeats {
    private static final Logger LOG = LoggerFactory.getLogger(LockRepeats.class);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);

    private final LostReportStore store;
    private final RecoverySettings settings;
    private final Fleet fleet;
    private final LostOrders orders;
    private final Commands commands;
    private final AuditLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LockRepeats(
            LostReportStore store,
            RecoverySettings settings,
            Fleet fleet,
            LostOrders orders,
            Commands commands,
            AuditLog log,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.settings = settings;
        this.fleet = fleet;
        this.orders = orders;
        this.commands = commands;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Looks at every lost device once. */
    void look() {
        for (LostReport report : store.open()) {
            try {
                look(report);
            } catch (MdmException away) {
                LOG.debug("The MDM cannot be asked about a lost device: {}", away.getMessage());
            }
        }
    }

    private void look(LostReport report) {
        Instant last = report.lastLockAt();
        if (last == null || report.repeats() >= settings.lockRepeats() || !isPast(report, last) || isWaiting(report)) {
            return;
        }
        Optional<FleetDevice> device = fleet.readNow(report.device());
        Instant contact = device.map(FleetDevice::lastContact).orElse(null);
        if (device.isPresent() && contact != null && isNew(contact, report)) {
            repeat(report, device.get());
        }
    }

    private boolean isPast(LostReport report, Instant last) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(report.repeats(), 12));
        return report.repeats() == 0 || clock.instant().isAfter(last.plus(pause));
    }

    private static boolean isNew(Instant contact, LostReport report) {
        Instant seen = report.seenContact();
        return seen == null || contact.isAfter(seen);
    }

    /** A lock that was not even sent yet meets the next contact by itself. */
    private boolean isWaiting(LostReport report) {
        return report.lock() != null
                && commands.find(report.lock())
                        .filter(lock -> lock.sentAt() == null && !lock.state().ended())
                        .isPresent();
    }

    private void repeat(LostReport report, FleetDevice device) {
        transaction.executeWithoutResult(_ -> {
            var open = store.lock(report.device());
            if (open.isEmpty() || open.get().repeats() != report.repeats()) {
                return;
            }
            var whom = new LostOrders.For(report.by(), report.reportedBy(), report.roles(), report.self());
            var action = new Action.Lock();
            var ruling = orders.rule(whom, device, action);
            log.append(AuditEntry.of(AuditKind.DECISION)
                    .onBehalfOf(report.reportedBy())
                    .device(device.id().value(), device.label())
                    .action(action.kind().key())
                    .outcome(ruling.decision().word())
                    .rules(ruling.decision().ruleIds())
                    .fact("rulesVersion", ruling.decision().version()));
            orders.place(whom, ruling, action).ifPresent(lock -> {
                store.locks(report.id(), lock, clock.instant(), device.lastContact());
                log.append(AuditEntry.of(AuditKind.LOST)
                        .onBehalfOf(report.reportedBy())
                        .device(device.id().value(), device.label())
                        .action("repeat-lock")
                        .outcome("ordered")
                        .command(lock.value())
                        .fact("repeat", Integer.toString(report.repeats() + 1)));
            });
        });
    }
}
