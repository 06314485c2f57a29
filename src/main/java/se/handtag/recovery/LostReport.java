package se.handtag.recovery;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.handtag.commands.CommandId;
import se.handtag.identity.Person;
import se.handtag.identity.PersonId;
import se.handtag.identity.Role;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.UserId;
import se.handtag.requests.ReachableDevices.Reached;

/**
 * A device that is reported lost.
 *
 * @param reportedBy the reporter's name
 * @param roles the roles that the reporter had then
 * @param self the MDM user that the reporter was, null for none
 * @param owner the MDM user whose it was when it was reported, null for nobody's or when that was not kept
 * @param lock the command that locks it, the newest when it was repeated; null when the rules allow no lock for such a device
 * @param message the command that shows on its screen whom to call, null when none was sent
 * @param repeats how often the lock was repeated
 * @param lastLockAt when the newest lock was ordered or the rules last allowed none; null when they were not asked yet
 * @param seenContact the device's last contact, by the MDM's clock, when that was ordered; null when it never had one
 * @param lockDenied whether the rules allowed no lock when they were last asked
 * @param marks by which whoever reported it and whose it was would be known again: none of them is a second person
 */
public record LostReport(
        UUID id,
        DeviceId device,
        String deviceLabel,
        PersonId by,
        String reportedBy,
        Set<Role> roles,
        @Nullable UserId self,
        Instant reportedAt,
        @Nullable UserId owner,
        @Nullable CommandId lock,
        @Nullable CommandId message,
        int repeats,
        @Nullable Instant lastLockAt,
        @Nullable Instant seenContact,
        boolean lockDenied,
        Set<String> marks) {

    /** How a report ends. */
    public enum Ending {
        /** Its owner has it again. */
        FOUND,
        /** It is given up, and the owner got another. */
        REPLACED,
        /** It was wiped. */
        WIPED
    }

    /**
     * A device was reported lost, or the report was lifted; published inside the transaction in which it was.
     *
     * @param label the device's model and the end of its serial number
     * @param owner whose it is, or was when it was reported while that cannot be asked; null for nobody's
     * @param ownerThemselves the owner, when it was they who did so or who had reported it; null when it was somebody else
     */
    public record LostChanged(
            DeviceId device,
            String label,
            @Nullable UserId owner,
            @Nullable PersonId ownerThemselves) {

        static LostChanged by(Person person, Reached reached) {
            var device = reached.device();
            return new LostChanged(device.id(), device.label(), device.owner(), reached.own() ? person.id() : null);
        }
    }
}
