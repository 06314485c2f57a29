package se.handtag.recovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.handtag.commands.CommandId;
import se.handtag.commands.CommandState;
import se.handtag.commands.Commands;
import se.handtag.devices.Fleet;
import se.handtag.mdm.MdmException;

/**
 * Whoever found a passcode opens a lost phone again after its lock. So there is always a lock that waits for its next
 * contact: when the device was in contact since the last one, another is sent, ever more seldom and a bounded number of
 * times. A lock that came to nothing is sent again without waiting for a contact; where the rules allowed none, they are
 * asked again.
 */
@Component
class LockRepeats {
    private static final Logger LOG = LoggerFactory.getLogger(LockRepeats.class);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

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
            } catch (RuntimeException broken) {
                LOG.error("What locks lost device {} could not be looked at", report.device(), broken);
            }
        }
    }

    private void look(LostReport report) {
        if (report.lockDenied()) {
            askAgain(report);
        } else if (report.lock() == null) {
            makeUp(report);
        } else if (report.repeats() < settings.lockRepeats()) {
            repeat(report, report.lock());
        }
    }

    private void repeat(LostReport report, CommandId lock) {
        boolean nothing = locks.cameToNothing(lock);
        if (isPast(report, nothing) && !isWaiting(lock)) {
            fleet.readNow(report.device())
                    .filter(device -> nothing || isNew(device.lastContact(), report))
                    .ifPresent(device -> locks.again(null, report, device));
        }
    }

    /** A fact was missing, or other rules apply by now: at its next contact, and without one ever more seldom. */
    private void askAgain(LostReport report) {
        Instant last = last(report);
        Instant now = clock.instant();
        if (now.isBefore(last.plus(FIRST_PAUSE))) {
            return;
        }
        var pause = Duration.between(report.reportedAt(), last);
        boolean inTurn = !now.isBefore(last.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
        fleet.readNow(report.device())
                .filter(device -> inTurn || isNew(device.lastContact(), report))
                .ifPresent(device -> locks.again(null, report, device));
    }

    /** The portal was cut off between the report and its lock. */
    private void makeUp(LostReport report) {
        if (clock.instant().isAfter(report.reportedAt().plus(UNDER_WAY))) {
            fleet.readNow(report.device()).ifPresent(device -> locks.first(null, report, device));
        }
    }

    private boolean isPast(LostReport report, boolean nothing) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(report.repeats(), 12));
        return (report.repeats() == 0 && !nothing)
                || clock.instant().isAfter(last(report).plus(pause));
    }

    private static Instant last(LostReport report) {
        return report.lastLockAt() == null ? report.reportedAt() : report.lastLockAt();
    }

    private static boolean isNew(@Nullable Instant contact, LostReport report) {
        Instant seen = report.seenContact();
        return contact != null && (seen == null || contact.isAfter(seen));
    }

    /** A lock that is still to be sent meets the next contact by itself. */
    private boolean isWaiting(CommandId lock) {
        return commands.find(lock)
                .filter(command -> command.state() == CommandState.DUE)
                .isPresent();
    }
}
