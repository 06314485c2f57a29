package se.handtag.mdm;

import org.jspecify.annotations.Nullable;

/**
 * A group to add. Source: G5.
 *
 * @param parentId the group above; left out or 0: under the root
 */
public record NewGroup(String name, @Nullable GroupId parentId) {

    /** With what is required alone. */
    public NewGroup(String name) {
        this(name, null);
    }

    /** The same with this parent. */
    public NewGroup parentId(GroupId parentId) {
        return new NewGroup(name, parentId);
    }
}
