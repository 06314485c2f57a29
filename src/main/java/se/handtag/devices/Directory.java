package se.handtag.devices;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import se.handtag.mdm.Device;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.Devices;
import se.handtag.mdm.Group;
import se.handtag.mdm.GroupId;
import se.handtag.mdm.Groups;
import se.handtag.mdm.MdmException;
import se.handtag.mdm.UserId;
import se.handtag.mdm.Users;

/**
 * Groups, users and devices as the MDM has them at this moment, for IT, who changes them. Nothing is kept: every method
 * throws {@link MdmException} when the MDM cannot say.
 */
@Component
public class Directory {
    private final Groups groups;
    private final Users users;
    private final Devices devices;
    private final TagLinks links;

    Directory(Groups groups, Users users, Devices devices, TagLinks links) {
        this.groups = groups;
        this.users = users;
        this.devices = devices;
        this.links = links;
    }

    /** All groups. */
    public GroupTree groups() {
        return new GroupTree(groups.all());
    }

    /** One group, empty when there is none. */
    public Optional<MdmGroup> group(GroupId id) {
        try {
            return Optional.of(GroupTree.known(groups.get(id), id));
        } catch (MdmException.NotFound gone) {
            return Optional.empty();
        }
    }

    /**
     * The group at that place, empty when there is none.
     *
     * @param path the names from the top, split by {@code /} or {@code \}
     * @throws MdmException.Ambiguous when several groups are there
     */
    public Optional<MdmGroup> groupAt(String path) {
        try {
            Group group = groups.atPath(path);
            return Optional.ofNullable(group.id()).map(id -> GroupTree.known(group, id));
        } catch (MdmException.NotFound gone) {
            return Optional.empty();
        }
    }

    /** One user, empty when there is none. */
    public Optional<UserFile> user(UserId id) {
        try {
            return Optional.of(UserFile.of(users.get(id), id));
        } catch (MdmException.NotFound gone) {
            return Optional.empty();
        }
    }

    /** The users that fit, by name. */
    public List<UserFile> users(UserSearch search) {
        return users.find(search.query()).stream()
                .filter(user -> user.id() != null)
                .map(user -> UserFile.of(user, Objects.requireNonNull(user.id())))
                .sorted(Comparator.comparing(UserFile::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** All users, read one at a time in the MDM's order. */
    public void eachUser(Consumer<UserFile> each) {
        try (var all = users.all()) {
            all.filter(user -> user.id() != null)
                    .forEach(user -> each.accept(UserFile.of(user, Objects.requireNonNull(user.id()))));
        }
    }

    /** The devices that fit, by title; without their tags. */
    public List<FleetDevice> devices(DeviceSearch search) {
        List<FleetDevice> found = new ArrayList<>();
        for (Device device : devices.find(search.query())) {
            found.add(FleetDevice.of(device, List.of(), null));
        }
        found.sort(Comparator.comparing(FleetDevice::title, String.CASE_INSENSITIVE_ORDER));
        return found;
    }

    /** One device with everything, empty when there is none. */
    public Optional<DeviceFile> device(DeviceId id) {
        Device device;
        try {
            device = devices.get(id);
        } catch (MdmException.NotFound gone) {
            return Optional.empty();
        }
        var tags = links.of(id);
        return Optional.of(new DeviceFile(
                FleetDevice.of(
                        device,
                        links.names(tags),
                        tags.stream().map(TagLink::tag).toList()),
                tags,
                device.others()));
    }
}
