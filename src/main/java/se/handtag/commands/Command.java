package se.handtag.commands;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.handtag.identity.PersonId;
import se.handtag.identity.Role;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.UserId;
import se.handtag.policy.Action;

/**
 * A command to a device.
 *
 * @param deviceLabel the device as it was called when the command was placed
 * @param self the MDM user that the orderer was, null for none
 * @param owner whose device it was when that was decided, null for nobody's
 * @param attempts how often it was sent or tried to be
 * @param sentAt when it was last sent, null when it was not yet
 * @param steps its life so far, oldest first
 */
public record Command(
        CommandId id,
        @Nullable UUID request,
        DeviceId device,
        String deviceLabel,
        Action action,
        PersonId by,
        String byName,
        Set<Role> roles,
        @Nullable UserId self,
        @Nullable UserId owner,
        boolean approved,
        CommandState state,
        int attempts,
        Instant placedAt,
        @Nullable Instant sentAt,
        List<Step> steps) {

    /** Something happened to a command; published inside the transaction in which it did. */
    public record CommandStepped(
            CommandId command, @Nullable UUID request, DeviceId device, PersonId by) {}
}
