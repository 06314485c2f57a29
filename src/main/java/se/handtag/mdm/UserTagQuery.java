package se.handtag.mdm;

import org.jspecify.annotations.Nullable;

/**
 * What to look for among the tags of users. Parts combine freely; those left out say nothing. Source: UT3.
 *
 * @param email the user's
 */
public record UserTagQuery(
        @Nullable UserId userId, @Nullable String email) {

    /** With no part yet. */
    public UserTagQuery() {
        this(null, null);
    }

    /** The same with this user. */
    public UserTagQuery userId(UserId userId) {
        return new UserTagQuery(userId, email);
    }

    /** The same with this email. */
    public UserTagQuery email(String email) {
        return new UserTagQuery(userId, email);
    }
}
