package se.handtag.devices;

import se.handtag.mdm.DeviceId;
import se.handtag.mdm.DeviceTagId;
import se.handtag.mdm.TagId;
import se.handtag.mdm.UserId;
import se.handtag.mdm.UserTagId;

/** That a tag is put on something. */
public sealed interface TagLink {
    TagId tag();

    /** On one device. */
    record OnDevice(DeviceTagId id, DeviceId device, TagId tag) implements TagLink {}

    /** On a user, and so on all of the user's devices. */
    record OnUser(UserTagId id, UserId user, TagId tag) implements TagLink {}
}
