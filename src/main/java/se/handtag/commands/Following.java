package se.handtag.commands;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.devices.Fleet;
import se.handtag.devices.FleetDevice;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.MdmException;
import se.handtag.policy.ActionKind;

/**
 * Reads the device again until it shows what became of a command: soon at first, then ever more seldom, then giving up
 * and saying so. Contact proves no effect; a fresh inventory proves that one was made, and that a device was not erased.
 * What the MDM itself keeps is read again until it is as it was ordered, or is found to be otherwise.
 */
@Component
class Following {
    private static final Duration SOONEST = Duration.ofSeconds(2);
    private static final Pauses PAUSES = new Pauses(SOONEST, Duration.ofHours(1));
    private static final Duration GIVE_UP_READING = Duration.ofMinutes(5);
    private static final Duration GIVE_UP_CONTACT = Duration.ofDays(30);
    private static final Duration GIVE_UP_EFFECT = Duration.ofHours(24);
    /** In one contact a device may tell what it holds and only then be erased. */
    private static final Duration CONTACT_LASTS = Duration.ofMinutes(10);

    private final CommandSteps steps;
    private final CommandStore store;
    private final Sights sights;
    private final Fleet fleet;
    private final Clock clock;

    Following(CommandSteps steps, CommandStore store, Sights sights, Fleet fleet, Clock clock) {
        this.steps = steps;
        this.store = store;
        this.sights = sights;
        this.fleet = fleet;
        this.clock = clock;
    }

    Delivery.Next follow(Command command) {
        Instant sent = Objects.requireNonNull(command.sentAt());
        try {
            DeviceId id = command.device();
            Sight sight = sights.of(command.subject(), command.action(), command.created());
            return switch (sight) {
                case Sight.Seen(var note, var evidence) -> end(command, CommandState.EFFECT_SEEN, note, evidence);
                case Sight.Silent() -> silent(command, sent);
                case Sight.Otherwise(var evidence) -> otherwise(command, sent, evidence);
                case Sight.NeverShown() when id == null -> end(command, CommandState.NOT_VERIFIABLE, "no-sight", null);
                case Sight.NeverShown() -> contact(command, Objects.requireNonNull(id), sent);
            };
        } catch (MdmException.NotFound gone) {
            return end(
                    command,
                    CommandState.NOT_VERIFIABLE,
                    command.subject().kind().key() + "-gone",
                    null);
        } catch (MdmException away) {
            return Duration.between(sent, clock.instant()).compareTo(GIVE_UP_CONTACT) > 0
                    ? end(command, CommandState.NOT_VERIFIABLE, "not-readable", null)
                    : later(sent);
        }
    }

    /** The MDM says something else than it took: at first it may be slow, after a newer change it may well. */
    private Delivery.Next otherwise(Command command, Instant sent, String evidence) {
        if (store.sentAfter(command).stream().anyMatch(newer -> Newer.changesTheSame(newer, command.action()))) {
            return end(command, CommandState.NOT_VERIFIABLE, "overtaken", null);
        }
        return Duration.between(sent, clock.instant()).compareTo(GIVE_UP_READING) > 0
                ? end(command, CommandState.CONTRADICTED, "contradicted", evidence)
                : later(sent);
    }

    /** Where the MDM told nothing before, it may tell it soon. */
    private Delivery.Next silent(Command command, Instant sent) {
        return Duration.between(sent, clock.instant()).compareTo(GIVE_UP_READING) > 0
                ? end(command, CommandState.NOT_VERIFIABLE, "no-sight", null)
                : later(sent);
    }

    private Delivery.Next contact(Command command, DeviceId id, Instant sent) {
        Optional<FleetDevice> device = fleet.readNow(id);
        return device.isEmpty()
                ? end(command, CommandState.NOT_VERIFIABLE, "device-gone", null)
                : look(command, device.get(), sent, Objects.requireNonNull(command.takenAt()));
    }

    private Delivery.Next end(Command command, CommandState state, String note, @Nullable String evidence) {
        steps.move(command, state, note, evidence);
        return new Delivery.Next.Done();
    }

    private Delivery.Next look(Command command, FleetDevice device, Instant sent, Instant taken) {
        ActionKind kind = command.action().kind();
        if (kind == ActionKind.REFRESH && after(device.lastInventory(), sent)) {
            return end(command, CommandState.EFFECT_SEEN, "inventory", String.valueOf(device.lastInventory()));
        }
        boolean contact = after(device.lastContact(), taken);
        if (command.state() == CommandState.ACCEPTED && contact) {
            steps.move(command, CommandState.CONTACT_SINCE, "contact", String.valueOf(device.lastContact()));
            return new Delivery.Next.Again(clock.instant().plus(SOONEST));
        }
        if (command.state() == CommandState.CONTACT_SINCE) {
            Duration since = Duration.between(command.steps().getLast().at(), clock.instant());
            Instant contactAt = contactOf(command);
            if (kind == ActionKind.WIPE
                    && contactAt != null
                    && after(device.lastInventory(), contactAt.plus(CONTACT_LASTS))) {
                // What was erased has nothing to tell any more.
                return end(command, CommandState.CONTRADICTED, "still-reports", String.valueOf(device.lastInventory()));
            }
            boolean mayShow = kind == ActionKind.REFRESH || kind == ActionKind.WIPE;
            if (!mayShow || since.compareTo(GIVE_UP_EFFECT) > 0) {
                return end(command, CommandState.NOT_VERIFIABLE, "no-sight-" + kind.key(), null);
            }
        }
        if (command.state() == CommandState.ACCEPTED
                && Duration.between(sent, clock.instant()).compareTo(GIVE_UP_CONTACT) > 0) {
            return end(command, CommandState.NOT_VERIFIABLE, "no-contact", null);
        }
        return later(sent);
    }

    /** When the device made the contact after which it knew, null when that was not kept. */
    private static @Nullable Instant contactOf(Command command) {
        for (Step step : command.steps().reversed()) {
            if (step.state() == CommandState.CONTACT_SINCE && step.detail() != null) {
                return Instant.parse(step.detail());
            }
        }
        return null;
    }

    private Delivery.Next later(Instant sent) {
        return new Delivery.Next.Again(PAUSES.next(sent, clock.instant()));
    }

    /** @param seen null when the MDM tells none */
    static boolean after(@Nullable Instant seen, Instant before) {
        return seen != null && seen.isAfter(before);
    }
}
