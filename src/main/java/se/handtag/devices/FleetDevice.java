package se.handtag.devices;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.handtag.mdm.Device;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.GroupId;
import se.handtag.mdm.Platform;
import se.handtag.mdm.UserId;

/**
 * A device as the portal shows it. Only the id and the platform are certain.
 *
 * @param owner the MDM user it belongs to
 * @param lastContact when it last spoke with the MDM
 * @param lastInventory when it last told what it holds
 * @param tags the names of its tags, in alphabetical order
 */
public record FleetDevice(
        DeviceId id,
        @Nullable UserId owner,
        @Nullable String name,
        @Nullable String model,
        @Nullable String serialNumber,
        Platform platform,
        @Nullable String osVersion,
        @Nullable Instant lastContact,
        @Nullable Instant lastInventory,
        @Nullable GroupId group,
        List<String> tags) {

    public FleetDevice {
        tags = List.copyOf(tags);
    }

    static FleetDevice of(Device device, List<String> tags) {
        return new FleetDevice(
                device.id(),
                device.userId(),
                device.name(),
                device.model(),
                device.serialNumber(),
                device.platform(),
                device.osVersion(),
                device.lastContact(),
                device.lastInventory(),
                device.groupId(),
                tags);
    }

    /** The last four characters of the serial number, or of the id when the MDM gives none. */
    public String ending() {
        String full =
                serialNumber == null || serialNumber.isBlank() ? id.value().toString() : serialNumber.strip();
        return full.substring(Math.max(0, full.length() - 4));
    }

    /** What to call it: its name, else its model, else its ending. */
    public String title() {
        if (name != null && !name.isBlank()) {
            return name;
        }
        return model != null && !model.isBlank() ? model : "…" + ending();
    }

    /** Model and ending, which tell it from its owner's others on a button or in a record. */
    public String label() {
        return (model != null && !model.isBlank() ? model : title()) + " …" + ending();
    }
}
