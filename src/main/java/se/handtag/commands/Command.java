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
import se.handtag.policy.Subject;

/**
 * A command to the MDM.
 *
 * @param subject what it is done to, as it was when it was decided
 * @param self the MDM user that the orderer was, null for none
 * @param attempts how often it was sent or tried to be
 * @param sentAt when it was last sent, null when it was not yet
 * @param steps its life so far, oldest first
 */
public record Command(
        CommandId id,
        @Nullable UUID request,
        Subject subject,
        Action action,
        PersonId by,
        String byName,
        Set<Role> roles,
        @Nullable UserId self,
        boolean approved,
        CommandState state,
        int attempts,
        Instant placedAt,
        @Nullable Instant sentAt,
        List<Step> steps) {

    /** The device it goes to, null when it goes to none. */
    public @Nullable DeviceId device() {
        return subject.deviceId();
    }

    /** Whose the subject was when it was decided, null for nobody's. */
    public @Nullable UserId owner() {
        return subject.owner();
    }

    /**
     * Something happened to a command; published inside the transaction in which it did.
     *
     * @param subject the {@link Subject#key()} of what it is done to
     * @param device the device, null when it goes to none
     */
    public record CommandStepped(
            CommandId command,
            @Nullable UUID request,
            String subject,
            @Nullable DeviceId device,
            PersonId by) {

        static CommandStepped of(Command command) {
            return new CommandStepped(
                    command.id(), command.request(), command.subject().key(), command.device(), command.by());
        }
    }
}
