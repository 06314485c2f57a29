package se.handtag.mdm;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A device of the MDM. Only its id is certain; any other part is null when the MDM did not say. A time that cannot be
 * read is null here and among the others as it was written. Source: D1, D2, D3.
 *
 * @param userId whose it is
 * @param lastContact when it last spoke with the MDM
 * @param lastInventory when it last told what it holds
 * @param others what else the MDM said, by the name it used; other than text as JSON
 */
public record Device(
        DeviceId id,
        @Nullable String serialNumber,
        @Nullable UserId userId,
        @Nullable GroupId groupId,
        @Nullable String name,
        @Nullable String model,
        Platform platform,
        @Nullable String osVersion,
        @Nullable Instant lastContact,
        @Nullable Instant lastInventory,
        Map<String, String> others) {}
