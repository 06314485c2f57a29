package se.handtag.recovery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.handtag.commands.CommandId;
import se.handtag.identity.PersonId;
import se.handtag.mdm.DeviceId;

/**
 * A device that is reported lost.
 *
 * @param reportedBy the reporter's name
 * @param lock the command that locks it, null when the rules allow no lock for such a device
 */
public record LostReport(
        UUID id,
        DeviceId device,
        String deviceLabel,
        PersonId by,
        String reportedBy,
        Instant reportedAt,
        @Nullable CommandId lock) {

    /** A device was reported lost, or the report was lifted; published inside the transaction in which it was. */
    public record LostChanged(DeviceId device) {}
}
