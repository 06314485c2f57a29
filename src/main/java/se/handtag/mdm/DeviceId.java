package se.handtag.mdm;

import java.util.UUID;

/**
 * A device of the MDM.
 *
 * @param value the GUID that the MDM gave it
 */
public record DeviceId(UUID value) {

    /** Reads the usual form of a GUID, with or without braces; throws {@link IllegalArgumentException} otherwise. */
    public static DeviceId of(String text) {
        String bare = text.length() == 38 && text.startsWith("{") && text.endsWith("}") ? text.substring(1, 37) : text;
        if (bare.length() != 36) {
            throw new IllegalArgumentException("a device's id is a GUID of 36 characters");
        }
        return new DeviceId(UUID.fromString(bare));
    }

    /** The GUID alone, in lower case, as it stands in addresses. */
    @Override
    public String toString() {
        return value.toString();
    }
}
