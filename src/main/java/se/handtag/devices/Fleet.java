package se.handtag.devices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import se.handtag.mdm.Device;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.DeviceQuery;
import se.handtag.mdm.DeviceTag;
import se.handtag.mdm.DeviceTagQuery;
import se.handtag.mdm.DeviceTags;
import se.handtag.mdm.Devices;
import se.handtag.mdm.MdmException;
import se.handtag.mdm.TagId;
import se.handtag.mdm.UserId;
import tools.jackson.core.type.TypeReference;

/** The devices of the company. */
@Component
public class Fleet {
    private static final TypeReference<List<FleetDevice>> LIST = new TypeReference<>() {};
    private static final TypeReference<FleetDevice> ONE = new TypeReference<>() {};

    private final Devices devices;
    private final DeviceTags deviceTags;
    private final Names names;
    private final Pictures pictures;

    Fleet(Devices devices, DeviceTags deviceTags, Names names, Pictures pictures) {
        this.devices = devices;
        this.deviceTags = deviceTags;
        this.names = names;
        this.pictures = pictures;
    }

    /**
     * The user's devices, by title.
     *
     * @throws MdmException when the MDM cannot be asked and nothing is known
     */
    public Picture<List<FleetDevice>> of(UserId user) {
        return pictures.read("user/" + user.value() + "/devices", LIST, () -> {
            // An MDM that ignored the parameter would answer with everybody's.
            List<Device> own = devices.find(new DeviceQuery().userId(user)).stream()
                    .filter(device -> user.equals(device.userId()))
                    .toList();
            List<List<TagId>> tags = AtOnce.each(own, device -> tagsOf(device.id()));
            return IntStream.range(0, own.size())
                    .mapToObj(i -> known(own.get(i), tags.get(i)))
                    .sorted((a, b) -> a.title().compareToIgnoreCase(b.title()))
                    .toList();
        });
    }

    /**
     * One of the user's devices. Another's device and one that does not exist are looked for in the same way and give the
     * same answer, so that nobody can tell them apart.
     */
    public Optional<Picture<FleetDevice>> of(UserId user, DeviceId id) {
        var own = of(user);
        return own.value().stream()
                .filter(device -> device.id().equals(id))
                .findFirst()
                .map(device -> new Picture<>(device, own.asOf(), own.fresh()));
    }

    /** Any device, for IT and the help desk; empty when there is none. @throws MdmException when nothing is known */
    public Optional<Picture<FleetDevice>> any(DeviceId id) {
        try {
            return Optional.of(pictures.read("device/" + id.value(), ONE, () -> known(devices.get(id))));
        } catch (MdmException.NotFound gone) {
            return Optional.empty();
        }
    }

    /** The device as the MDM has it at this moment, empty when there is none. @throws MdmException when it cannot say */
    public Optional<FleetDevice> readNow(DeviceId id) {
        try {
            return Optional.of(known(devices.get(id)));
        } catch (MdmException.NotFound gone) {
            return Optional.empty();
        }
    }

    private FleetDevice known(Device device) {
        return known(device, tagsOf(device.id()));
    }

    private FleetDevice known(Device device, List<TagId> tags) {
        return FleetDevice.of(device, names.ofTags(tags), tags);
    }

    private List<TagId> tagsOf(DeviceId id) {
        List<TagId> tags = new ArrayList<>();
        for (DeviceTag link : deviceTags.find(new DeviceTagQuery().deviceId(id))) {
            if (link.tagId() != null) {
                tags.add(link.tagId());
            }
        }
        return tags;
    }
}
