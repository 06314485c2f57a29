package se.handtag.mdm;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tag put on a device. Each part is null when the MDM did not say. Source: DT1, DT2, DT3.
 *
 * @param others what else the MDM said, by the name it used; other than text as JSON
 */
public record DeviceTag(
        @Nullable DeviceTagId id,
        @Nullable DeviceId deviceId,
        @Nullable TagId tagId,
        Map<String, String> others) {}
