package se.handtag.devices;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.handtag.mdm.Group;
import se.handtag.mdm.GroupId;

/** The groups of the MDM as a tree. A group whose parent is unknown stands under the root; a ring is cut. */
public final class GroupTree {
    private static final Comparator<MdmGroup> BY_NAME = Comparator.comparing(
                    MdmGroup::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparingInt(group -> group.id().value());

    private final Map<GroupId, MdmGroup> groups = new LinkedHashMap<>();

    GroupTree(Collection<Group> read) {
        for (Group group : read) {
            GroupId id = group.id();
            if (id != null) {
                groups.put(id, known(group, id));
            }
        }
        groups.replaceAll((id, group) -> inRing(group) ? new MdmGroup(id, group.name(), null) : group);
    }

    private boolean inRing(MdmGroup group) {
        Set<GroupId> seen = new HashSet<>();
        for (MdmGroup at = find(group.parent()); at != null && seen.add(at.id()); at = find(at.parent())) {
            if (at.id().equals(group.id())) {
                return true;
            }
        }
        return false;
    }

    static MdmGroup known(Group group, GroupId id) {
        GroupId parent = group.parentId();
        String name = group.name();
        return new MdmGroup(
                id,
                name == null || name.isBlank() ? id.toString() : name,
                parent == null || parent.value() == 0 ? null : parent);
    }

    /** Those directly under the root, by name. */
    public List<MdmGroup> roots() {
        return groups.values().stream()
                .filter(group -> group.parent() == null || !groups.containsKey(group.parent()))
                .sorted(BY_NAME)
                .toList();
    }

    /** Those directly under a group, by name. */
    public List<MdmGroup> under(GroupId id) {
        return groups.values().stream()
                .filter(group -> id.equals(group.parent()))
                .sorted(BY_NAME)
                .toList();
    }

    /** All of them, by path. */
    public List<MdmGroup> all() {
        return groups.values().stream()
                .sorted(Comparator.comparing(
                        group -> String.join("\0", pathOf(group.id())), String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    public @Nullable MdmGroup find(@Nullable GroupId id) {
        return id == null ? null : groups.get(id);
    }

    /** The names of the group and all above it, the topmost first; empty when there is no such group. */
    public List<String> pathOf(@Nullable GroupId id) {
        List<String> path = new ArrayList<>();
        Set<GroupId> seen = new HashSet<>();
        for (MdmGroup at = find(id); at != null && seen.add(at.id()); at = find(at.parent())) {
            path.addFirst(at.name());
        }
        return path;
    }

    /** The same in one line, such as {@code Lager › Kväll}; empty when there is no such group. */
    public String lineOf(@Nullable GroupId id) {
        return String.join(" › ", pathOf(id));
    }
}
