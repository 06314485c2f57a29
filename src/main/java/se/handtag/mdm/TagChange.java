package se.handtag.mdm;

import org.jspecify.annotations.Nullable;

/**
 * What to change on a tag. Parts left out stay as they are. Source: T3.
 *
 * @param groupId another group moves the tag
 */
public record TagChange(
        @Nullable String name,
        @Nullable String description,
        @Nullable GroupId groupId) {

    /** With no part yet. */
    public TagChange() {
        this(null, null, null);
    }

    /** The same with this name. */
    public TagChange name(String name) {
        return new TagChange(name, description, groupId);
    }

    /** The same with this description. */
    public TagChange description(String description) {
        return new TagChange(name, description, groupId);
    }

    /** The same with this group. */
    public TagChange groupId(GroupId groupId) {
        return new TagChange(name, description, groupId);
    }
}
