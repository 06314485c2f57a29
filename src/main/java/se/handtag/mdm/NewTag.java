package se.handtag.mdm;

import org.jspecify.annotations.Nullable;

/**
 * A tag to add. Source: T4.
 */
public record NewTag(
        String name, @Nullable String description, @Nullable GroupId groupId) {

    /** With what is required alone. */
    public NewTag(String name) {
        this(name, null, null);
    }

    /** The same with this description. */
    public NewTag description(String description) {
        return new NewTag(name, description, groupId);
    }

    /** The same with this group. */
    public NewTag groupId(GroupId groupId) {
        return new NewTag(name, description, groupId);
    }
}
