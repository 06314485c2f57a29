package se.handtag.recovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.handtag.commands.Commands;
import se.handtag.devices.Fleet;
import se.handtag.devices.FleetDevice;
import se.handtag.mdm.MdmException;

/**
 * Whoever found a passcode opens a lost phone again after its lock. So there is always a lock that waits for its next
 * contact: when the device was in contact since the last one, another is sent, ever more seldom and a bounded number of
 * times.
 */
@Component
class LockRepeats {
    private static final Logger LOG = LoggerFactory.getLogger(LockRepeats.class);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);

    /** Whoever reports it may still be at it, with an MDM that takes its time. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(2);

    private final LostReportStore store;
    private final RecoverySettings settings;
    private final Fleet fleet;
    private final LostLocks locks;
    private final Commands commands;
    private final Clock clock;

    LockRepeats(
            LostReportStore store,
            RecoverySettings settings,
            Fleet fleet,
            LostLocks locks,
            Commands commands,
            Clock clock) {
        this.store = store;
        this.settings = settings;
        this.fleet = fleet;
        this.locks = locks;
        this.commands = commands;
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
        if (report.lock() == null && !report.lockDenied()) {
            makeUp(report);
            return;
        }
        Instant last = report.lastLockAt();
        if (last == null || report.repeats() >= settings.lockRepeats() || !isPast(report, last) || isWaiting(report)) {
            return;
        }
        Optional<FleetDevice> device = fleet.readNow(report.device());
        Instant contact = device.map(FleetDevice::lastContact).orElse(null);
        if (device.isPresent() && contact != null && isNew(contact, report)) {
            locks.again(report, device.get());
        }
    }

    /** The portal was cut off between the report and its lock. */
    private void makeUp(LostReport report) {
        if (clock.instant().isAfter(report.reportedAt().plus(UNDER_WAY))) {
            fleet.readNow(report.device()).ifPresent(device -> locks.first(null, report, device));
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
}
