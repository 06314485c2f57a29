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
 * and saying so. Contact proves no effect; only a fresh inventory proves that one was made.
 */
@Component
class Following {
    private static final Duration SOONEST = Duration.ofSeconds(2);
    private static final Duration LATEST = Duration.ofHours(1);
    private static final Duration GIVE_UP_CONTACT = Duration.ofDays(30);
    private static final Duration GIVE_UP_EFFECT = Duration.ofHours(24);

    private final CommandSteps steps;
    private final Fleet fleet;
    private final Clock clock;

    Following(CommandSteps steps, Fleet fleet, Clock clock) {
        this.steps = steps;
        this.fleet = fleet;
        this.clock = clock;
    }

    Delivery.Next follow(Command command) {
        Instant sent = Objects.requireNonNull(command.sentAt());
        DeviceId id = command.device();
        if (id == null) {
            steps.move(command, CommandState.NOT_VERIFIABLE, "no-sight", null);
            return new Delivery.Next.Done();
        }
        Optional<FleetDevice> device;
        try {
            device = fleet.readNow(id);
        } catch (MdmException away) {
            return later(sent);
        }
        if (device.isEmpty()) {
            steps.move(command, CommandState.NOT_VERIFIABLE, "device-gone", null);
            return new Delivery.Next.Done();
        }
        return look(command, device.get(), sent);
    }

    private Delivery.Next look(Command command, FleetDevice device, Instant sent) {
        boolean inventory = command.action().kind() == ActionKind.REFRESH;
        if (inventory && after(device.lastInventory(), sent)) {
            steps.move(command, CommandState.EFFECT_SEEN, "inventory", String.valueOf(device.lastInventory()));
            return new Delivery.Next.Done();
        }
        boolean contact = after(device.lastContact(), sent);
        if (command.state() == CommandState.ACCEPTED && contact) {
            steps.move(command, CommandState.CONTACT_SINCE, "contact", String.valueOf(device.lastContact()));
            return new Delivery.Next.Again(clock.instant().plus(SOONEST));
        }
        Duration since = Duration.between(sent, clock.instant());
        if (command.state() == CommandState.CONTACT_SINCE && (!inventory || since.compareTo(GIVE_UP_EFFECT) > 0)) {
            steps.move(
                    command,
                    CommandState.NOT_VERIFIABLE,
                    "no-sight-" + command.action().kind().key(),
                    null);
            return new Delivery.Next.Done();
        }
        if (command.state() == CommandState.ACCEPTED && since.compareTo(GIVE_UP_CONTACT) > 0) {
            steps.move(command, CommandState.NOT_VERIFIABLE, "no-contact", null);
            return new Delivery.Next.Done();
        }
        return later(sent);
    }

    private Delivery.Next later(Instant sent) {
        Duration pause = Duration.between(sent, clock.instant()).dividedBy(4);
        if (pause.compareTo(SOONEST) < 0) {
            pause = SOONEST;
        }
        return new Delivery.Next.Again(clock.instant().plus(pause.compareTo(LATEST) > 0 ? LATEST : pause));
    }

    private static boolean after(@Nullable Instant seen, Instant sent) {
        return seen != null && seen.isAfter(sent);
    }
}
