package se.handtag.commands;

import java.time.Instant;
import org.springframework.stereotype.Component;
import se.handtag.devices.Fleet;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.MdmException;

/** Whether a device has had the chance to take what the MDM may have for it. */
@Component
class Outstanding {
    private final Fleet fleet;

    Outstanding(Fleet fleet) {
        this.fleet = fleet;
    }

    /** Whether something may still come of it at the device, as far as anybody knows: also when nobody looks any more. */
    boolean mayStillReach(Command command) {
        return switch (command.state()) {
            case SENDING, ACCEPTED, UNKNOWN -> true;
            case NOT_VERIFIABLE, SETTLED_DONE -> !hasBeenSince(command);
            case HELD, DUE, CONTACT_SINCE, EFFECT_SEEN, CONTRADICTED, REFUSED, CANCELLED, SETTLED_NOT_DONE -> false;
        };
    }

    private boolean hasBeenSince(Command command) {
        DeviceId device = command.device();
        Instant taken = command.takenAt();
        if (device == null || taken == null) {
            return true;
        }
        try {
            // What the MDM no longer has gets nothing from it; of what it tells no contact of, nobody knows.
            return fleet.any(device)
                    .map(picture -> Following.after(picture.value().lastContact(), taken))
                    .orElse(true);
        } catch (MdmException away) {
            return false;
        }
    }
}
