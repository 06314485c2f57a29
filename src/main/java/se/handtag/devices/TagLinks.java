package se.handtag.devices;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.DeviceTag;
import se.handtag.mdm.DeviceTagId;
import se.handtag.mdm.DeviceTagQuery;
import se.handtag.mdm.DeviceTags;
import se.handtag.mdm.MdmException;
import se.handtag.mdm.Tag;
import se.handtag.mdm.TagId;
import se.handtag.mdm.Tags;
import se.handtag.mdm.UserId;
import se.handtag.mdm.UserTag;
import se.handtag.mdm.UserTagId;
import se.handtag.mdm.UserTagQuery;
import se.handtag.mdm.UserTags;

/**
 * Tags and what they are put on, as the MDM has them at this moment. Every method throws {@link MdmException} when the MDM
 * cannot say.
 */
@Component
public class TagLinks {
    private final Tags tags;
    private final DeviceTags deviceTags;
    private final UserTags userTags;
    private final Names names;

    TagLinks(Tags tags, DeviceTags deviceTags, UserTags userTags, Names names) {
        this.tags = tags;
        this.deviceTags = deviceTags;
        this.userTags = userTags;
        this.names = names;
    }

    /** All tags, by name. */
    public List<MdmTag> tags() {
        return tags.all().stream()
                .map(TagLinks::known)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(MdmTag::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** One tag, empty when there is none. */
    public Optional<MdmTag> tag(TagId id) {
        try {
            return Optional.ofNullable(known(tags.get(id)));
        } catch (MdmException.NotFound gone) {
            return Optional.empty();
        }
    }

    /** What is put on the device itself. */
    public List<TagLink.OnDevice> of(DeviceId device) {
        return onDevices(deviceTags.find(new DeviceTagQuery().deviceId(device)));
    }

    /** What is put on the user. */
    public List<TagLink.OnUser> of(UserId user) {
        return onUsers(userTags.find(new UserTagQuery().userId(user)));
    }

    /** Every link to a device. */
    public List<TagLink.OnDevice> allOnDevices() {
        return onDevices(deviceTags.all());
    }

    /** Every link to a user. */
    public List<TagLink.OnUser> allOnUsers() {
        return onUsers(userTags.all());
    }

    /** One link to a device, empty when it is gone. */
    public Optional<TagLink.OnDevice> find(DeviceTagId id) {
        try {
            return Optional.ofNullable(link(deviceTags.get(id)));
        } catch (MdmException.NotFound gone) {
            return Optional.empty();
        }
    }

    /** One link to a user, empty when it is gone. */
    public Optional<TagLink.OnUser> find(UserTagId id) {
        try {
            return Optional.ofNullable(link(userTags.get(id)));
        } catch (MdmException.NotFound gone) {
            return Optional.empty();
        }
    }

    List<String> names(Collection<? extends TagLink> links) {
        return names.ofTags(links.stream().map(TagLink::tag).toList());
    }

    private static List<TagLink.OnDevice> onDevices(List<DeviceTag> read) {
        return read.stream().map(TagLinks::link).filter(Objects::nonNull).toList();
    }

    private static List<TagLink.OnUser> onUsers(List<UserTag> read) {
        return read.stream().map(TagLinks::link).filter(Objects::nonNull).toList();
    }

    private static TagLink.@Nullable OnDevice link(DeviceTag read) {
        return read.id() == null || read.deviceId() == null || read.tagId() == null
                ? null
                : new TagLink.OnDevice(read.id(), read.deviceId(), read.tagId());
    }

    private static TagLink.@Nullable OnUser link(UserTag read) {
        return read.id() == null || read.userId() == null || read.tagId() == null
                ? null
                : new TagLink.OnUser(read.id(), read.userId(), read.tagId());
    }

    private static @Nullable MdmTag known(Tag tag) {
        TagId id = tag.id();
        if (id == null) {
            return null;
        }
        String name = tag.name();
        return new MdmTag(id, name == null || name.isBlank() ? id.toString() : name, tag.description(), tag.groupId());
    }
}
