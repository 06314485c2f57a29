package se.handtag.devices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.handtag.mdm.Platform;

/**
 * Something that one can find by a word: a person, a device, an app, a group or a tag, as it was when the portal last read
 * everything.
 *
 * @param id as the MDM writes it: a number, for a device a GUID
 * @param title what it is called; never blank
 * @param about what tells it from others of that name: of a person their department or address, of a device its owner, of an
 *     app its publisher, of a group its path, of a tag its description
 * @param model of a device
 * @param serial of a device
 * @param platform of a device or an app
 * @param system the version of a device's system
 * @param contact when a device last spoke with the MDM
 */
public record Entry(
        Kind kind,
        String id,
        String title,
        @Nullable String about,
        @Nullable String model,
        @Nullable String serial,
        @Nullable Platform platform,
        @Nullable String system,
        @Nullable Instant contact) {

    /** What can be found, in the order in which it is listed. */
    public enum Kind {
        PERSON,
        DEVICE,
        APP,
        GROUP,
        TAG
    }
}
