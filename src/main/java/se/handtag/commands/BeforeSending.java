package se.handtag.commands;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.devices.FleetDevice;
import se.handtag.identity.Persons;
import se.handtag.mdm.MdmException;
import se.handtag.policy.Action;
import se.handtag.policy.ActionKind;
import se.handtag.policy.Asker;
import se.handtag.policy.Decision;
import se.handtag.policy.Policy;
import se.handtag.policy.Ruling;
import se.handtag.policy.Subject;

/**
 * Decides once more, from what is so now: the rules, the owner, the device as it was approved, the limits, the switch, and
 * whether anything older to the same subject is still on its way, or any lock is to go first.
 */
@Component
class BeforeSending {
    static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration WHILE_STOPPED = Duration.ofMinutes(1);
    private static final Duration SOON_AGAIN = Duration.ofSeconds(5);
    private static final Duration WHILE_AWAY = Duration.ofMinutes(1);

    private final CommandStore store;
    private final Subjects subjects;
    private final Persons persons;
    private final Policy policy;
    private final Limits limits;
    private final StopSwitch stop;
    private final Line line;
    private final Queue queue;
    private final Wire wire;
    private final Sights sights;
    private final Clock clock;

    BeforeSending(
            CommandStore store,
            Subjects subjects,
            Persons persons,
            Policy policy,
            Limits limits,
            StopSwitch stop,
            Line line,
            Queue queue,
            Wire wire,
            Sights sights,
            Clock clock) {
        this.store = store;
        this.subjects = subjects;
        this.persons = persons;
        this.policy = policy;
        this.limits = limits;
        this.stop = stop;
        this.line = line;
        this.queue = queue;
        this.wire = wire;
        this.sights = sights;
        this.clock = clock;
    }

    /** @throws MdmException when the MDM cannot be asked now */
    Check look(Command command) {
        Instant notAfter = command.notAfter();
        if (notAfter != null && clock.instant().isAfter(notAfter)) {
            return new Check.Cancel("too-late", false);
        }
        if (command.heldUntil() == null && policy.mayHold(command.action().kind())) {
            // Asked of the device as it was decided on, so that the time to call it off runs while the MDM is away,
            // too.
            Decision then = decide(command, command.subject());
            Duration hold = then.hold();
            if (!then.denied() && hold != null && hold.isPositive()) {
                return new Check.Hold(hold, then, lock(command));
            }
        }
        // Whoever loses a phone does not wait behind anything.
        if (command.action().kind() != ActionKind.LOCK && store.isBehindAnother(command)) {
            return new Check.Later(null, SOON);
        }
        if (command.action().kind().destructive() && stop.now().isPresent()) {
            return new Check.Later("stopped", WHILE_STOPPED);
        }
        if (line.isDown()) {
            // A lock looks again sooner: it may be under way to its place in the queue at the moment when the outage
            // ends.
            return new Check.Later("mdm-away", command.action().kind() == ActionKind.LOCK ? SOON_AGAIN : WHILE_AWAY);
        }
        return command.action().kind() != ActionKind.LOCK && queue.hasLockToGo()
                ? new Check.Later(null, SOON)
                : ask(command);
    }

    private Check ask(Command command) {
        Sight sight = command.attempts() > 0 ? sight(command) : null;
        if (sight instanceof Sight.Seen) {
            return new Check.SoAlready("read-again");
        }
        boolean shown = sight instanceof Sight.Otherwise;
        // It was held, or waited for its next try, while the newer one went.
        if (Newer.isUpdate(command.action())
                && store.sentAfter(command).stream().anyMatch(newer -> Newer.isUndone(newer, command.action()))) {
            return new Check.Cancel("overtaken", shown);
        }
        Optional<Subject> found = subjects.readNow(command.subject());
        if (found.isEmpty()) {
            return new Check.Cancel(command.subject().kind().key() + "-gone", shown);
        }
        Subject now = found.get();
        String changed = changed(command, now);
        if (changed != null) {
            return new Check.Cancel(changed, shown);
        }
        Decision decision = decide(command, now);
        if (!command.evidence().meets(decision)) {
            return new Check.ByRules(decision, shown);
        }
        if (wire.nothingToTake(now, command.action())) {
            return new Check.SoAlready("so-already");
        }
        // What is sent again, or was released by two people, has been counted.
        Optional<Instant> enough = isCounted(command) ? Optional.empty() : limits.take(command);
        if (enough.isEmpty()) {
            FleetDevice device = now.device();
            return new Check.Send(decision, device == null ? null : device.lastContact());
        }
        return command.action().kind() == ActionKind.WIPE
                ? new Check.Beyond()
                : new Check.Later("limit", pause(enough.get()));
    }

    /**
     * What the MDM shows of it although its answer was lost; null when that cannot be said. It comes before everything else: by
     * having changed what it was to change, it looks as if that had changed behind its back.
     */
    private @Nullable Sight sight(Command command) {
        try {
            return sights.of(command.subject(), command.action(), null);
        } catch (MdmException.NotFound gone) {
            return null;
        }
    }

    /** What was taken from the limits is given back: it was not sent after all. */
    void notSent(Command command) {
        if (!isCounted(command)) {
            limits.giveBack(command);
        }
    }

    private static boolean isCounted(Command command) {
        return command.attempts() > 0 || command.released();
    }

    private Decision decide(Command command, Subject subject) {
        return policy.again(asker(command), subject, command.action(), command.request())
                .decision();
    }

    /** What is to be erased is locked at once, for whoever holds it may not be who should. */
    private @Nullable Ruling lock(Command command) {
        return command.action().kind() == ActionKind.WIPE
                ? policy.again(asker(command), command.subject(), new Action.Lock(), null)
                : null;
    }

    /** Whoever has lost a role since has lost what only the role allowed. */
    private Asker asker(Command command) {
        var roles = persons.rolesOf(command.by()).orElse(command.roles());
        return new Asker(command.by(), roles, command.self());
    }

    private Duration pause(Instant until) {
        Duration pause = Duration.between(clock.instant(), until);
        return pause.compareTo(SOON) < 0 ? SOON : pause;
    }

    /** What is no longer as it was when it was decided, as a note; null when all that counts is. */
    private static @Nullable String changed(Command command, Subject now) {
        if (!Objects.equals(now.owner(), command.owner())) {
            return "owner-changed";
        }
        FleetDevice was = command.subject().device();
        FleetDevice is = now.device();
        if (was == null || is == null) {
            return null;
        }
        if (!Objects.equals(was.serialNumber(), is.serialNumber())) {
            return "serial-changed";
        }
        // Nobody looked at group and tags of what nobody had to say yes to.
        if (command.evidence().approvers().isEmpty()) {
            return null;
        }
        if (!Objects.equals(was.group(), is.group())) {
            return "group-changed";
        }
        return was.hasTagsOf(is) ? null : "tags-changed";
    }
}
