package se.handtag.ui.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.handtag.devices.DeviceSearch;
import se.handtag.devices.Directory;
import se.handtag.devices.FleetDevice;
import se.handtag.devices.UserFile;
import se.handtag.devices.UserSearch;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.GroupId;
import se.handtag.mdm.TagId;
import se.handtag.mdm.UserId;
import se.handtag.policy.Subject;

/** Which devices or people a change is for: those with a tag, those in a group and the groups below it, or a list. */
@Component
class Selection {
    private final Directory directory;

    Selection(Directory directory) {
        this.directory = directory;
    }

    /**
     * What was chosen.
     *
     * @param missing lines of a list that fit nothing, or more than one
     */
    record Chosen(List<Subject> subjects, List<String> missing) {}

    /** @throws se.handtag.mdm.MdmException when the MDM does not answer */
    Chosen devicesWith(TagId tag) {
        return new Chosen(devices(directory.devices(DeviceSearch.withTag(tag))), List.of());
    }

    Chosen peopleWith(TagId tag) {
        return new Chosen(people(directory.users(UserSearch.withTag(tag))), List.of());
    }

    Chosen devicesIn(GroupId group) {
        Map<String, Subject> found = new LinkedHashMap<>();
        for (GroupId each : withBelow(group)) {
            devices(directory.devices(DeviceSearch.inGroup(each))).forEach(one -> found.put(one.key(), one));
        }
        return new Chosen(List.copyOf(found.values()), List.of());
    }

    Chosen peopleIn(GroupId group) {
        Map<String, Subject> found = new LinkedHashMap<>();
        for (GroupId each : withBelow(group)) {
            people(directory.users(UserSearch.inGroup(each))).forEach(one -> found.put(one.key(), one));
        }
        return new Chosen(List.copyOf(found.values()), List.of());
    }

    /** @param lines serial numbers or device numbers */
    Chosen devicesOf(List<String> lines) {
        Map<String, Subject> found = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (String line : lines) {
            List<FleetDevice> fitting = device(line);
            if (fitting.size() == 1) {
                var subject = new Subject.OfDevice(fitting.getFirst());
                found.put(subject.key(), subject);
            } else {
                missing.add(line);
            }
        }
        return new Chosen(List.copyOf(found.values()), missing);
    }

    /** @param lines e-mail addresses or accounts */
    Chosen peopleOf(List<String> lines) {
        Map<String, Subject> found = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (String line : lines) {
            List<UserFile> fitting = person(line);
            if (fitting.size() == 1) {
                var subject = new Subject.OfUser(fitting.getFirst().brief());
                found.put(subject.key(), subject);
            } else {
                missing.add(line);
            }
        }
        return new Chosen(List.copyOf(found.values()), missing);
    }

    List<FleetDevice> device(String line) {
        try {
            return directory
                    .device(DeviceId.of(line))
                    .map(file -> List.of(file.device()))
                    .orElse(List.of());
        } catch (IllegalArgumentException noGuid) {
            return directory.devices(DeviceSearch.withSerialNumber(line));
        }
    }

    List<UserFile> person(String line) {
        if (line.startsWith("#")) {
            try {
                return directory
                        .user(new UserId(Integer.parseInt(line.substring(1))))
                        .map(List::of)
                        .orElse(List.of());
            } catch (NumberFormatException noNumber) {
                return List.of();
            }
        }
        return line.contains("@")
                ? directory.users(new UserSearch(line, null, null, null, null))
                : directory.users(new UserSearch(null, null, line, null, null));
    }

    private List<GroupId> withBelow(GroupId group) {
        var tree = directory.groups();
        List<GroupId> all = new ArrayList<>(List.of(group));
        for (int at = 0; at < all.size(); at++) {
            tree.under(all.get(at)).forEach(below -> all.add(below.id()));
        }
        return all;
    }

    private static List<Subject> devices(List<FleetDevice> devices) {
        return devices.stream().<Subject>map(Subject.OfDevice::new).toList();
    }

    private static List<Subject> people(List<UserFile> people) {
        return people.stream()
                .<Subject>map(person -> new Subject.OfUser(person.brief()))
                .toList();
    }
}
