package se.handtag.devices;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.handtag.mdm.Device;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.GroupId;
import se.handtag.mdm.Platform;
import se.handtag.mdm.TagId;
import se.handtag.mdm.UserId;

/**
 * A device as the portal shows it. Only the id and the platform are certain.
 *
 * @param owner the MDM user it belongs to
 * @param lastContact when it last spoke with the MDM
 * @param lastInventory when it last told what it holds
 * @param tags the names of its tags, in alphabetical order; a tag without a known name is left out
 * @param tagIds the ids of all its tags, null where they were not kept
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
        List<String> tags,
        @Nullable Set<TagId> tagIds) {

    public FleetDevice {
        tags = List.copyOf(tags);
        tagIds = tagIds == null ? null : Set.copyOf(tagIds);
    }

    static FleetDevice of(Device device, List<String> tags, @Nullable Collection<TagId> tagIds) {
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
                tags,
                tagIds == null ? null : Set.copyOf(tagIds));
    }

    /** Whether both have the same tags: by their ids, or by their names where the ids of one were not kept. */
    public boolean hasTagsOf(FleetDevice other) {
        return tagIds == null || other.tagIds == null ? tags.equals(other.tags) : tagIds.equals(other.tagIds);
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
