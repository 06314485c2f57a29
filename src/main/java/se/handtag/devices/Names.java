package se.handtag.devices;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.mdm.Group;
import se.handtag.mdm.GroupId;
import se.handtag.mdm.Groups;
import se.handtag.mdm.MdmException;
import se.handtag.mdm.Tag;
import se.handtag.mdm.TagId;
import se.handtag.mdm.Tags;
import tools.jackson.core.type.TypeReference;

/** The names of tags and the paths of groups, which change seldom. */
@Component
class Names {
    private static final Duration ENOUGH = Duration.ofMinutes(1);

    private final SharedPicture<Map<Integer, String>> tags;
    private final SharedPicture<Map<Integer, Place>> groups;

    Names(Pictures pictures, Tags tags, Groups groups) {
        this.tags = new SharedPicture<>(pictures, "tags", new TypeReference<>() {}, ENOUGH, () -> names(tags));
        this.groups = new SharedPicture<>(pictures, "groups", new TypeReference<>() {}, ENOUGH, () -> places(groups));
    }

    /** The names of these tags in alphabetical order; a tag without a name is left out. */
    List<String> ofTags(Collection<TagId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Integer, String> names = tags.value();
        return ids.stream()
                .map(id -> names.get(id.value()))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** The names of the group and all above it, the topmost first; empty when the MDM does not say. */
    List<String> pathOf(@Nullable GroupId id) {
        List<String> path = new ArrayList<>();
        for (Map.Entry<Integer, Place> above : upwards(id)) {
            path.addFirst(above.getValue().name());
        }
        return path;
    }

    /** Whether a group is that other one or stands below it. */
    boolean isWithin(@Nullable GroupId id, GroupId other) {
        return upwards(id).stream().anyMatch(above -> above.getKey() == other.value());
    }

    /** The group and all above it, itself first; a ring is gone round once. */
    private List<Map.Entry<Integer, Place>> upwards(@Nullable GroupId id) {
        List<Map.Entry<Integer, Place>> way = new ArrayList<>();
        if (id == null) {
            return way;
        }
        Map<Integer, Place> places;
        try {
            places = groups.value();
        } catch (MdmException away) {
            return way;
        }
        Set<Integer> seen = new HashSet<>();
        for (int at = id.value(); places.containsKey(at) && seen.add(at); ) {
            Place place = Objects.requireNonNull(places.get(at));
            way.add(Map.entry(at, place));
            at = place.parent();
        }
        return way;
    }

    private static Map<Integer, String> names(Tags tags) {
        Map<Integer, String> read = new HashMap<>();
        for (Tag tag : tags.all()) {
            if (tag.id() != null && tag.name() != null) {
                read.put(tag.id().value(), tag.name());
            }
        }
        return read;
    }

    private static Map<Integer, Place> places(Groups groups) {
        Map<Integer, Place> read = new HashMap<>();
        for (Group group : groups.all()) {
            if (group.id() != null && group.name() != null) {
                GroupId parent = group.parentId();
                read.put(group.id().value(), new Place(group.name(), parent == null ? 0 : parent.value()));
            }
        }
        return read;
    }

    record Place(String name, int parent) {}
}
