package se.handtag.mdm;

import org.jspecify.annotations.Nullable;

/**
 * What to look for among users. Parts combine freely; those left out say nothing. Source: U3.
 *
 * @param email the whole address
 * @param account the account's name
 * @param groupId the group linked to the user
 * @param tagId a tag linked to the user
 */
public record UserQuery(
        @Nullable String email,
        @Nullable String phoneNumber,
        @Nullable String account,
        @Nullable GroupId groupId,
        @Nullable TagId tagId) {

    /** With no part yet. */
    public UserQuery() {
        this(null, null, null, null, null);
    }

    /** The same with this email. */
    public UserQuery email(String email) {
        return new UserQuery(email, phoneNumber, account, groupId, tagId);
    }

    /** The same with this phone number. */
    public UserQuery phoneNumber(String phoneNumber) {
        return new UserQuery(email, phoneNumber, account, groupId, tagId);
    }

    /** The same with this account. */
    public UserQuery account(String account) {
        return new UserQuery(email, phoneNumber, account, groupId, tagId);
    }

    /** The same with this group. */
    public UserQuery groupId(GroupId groupId) {
        return new UserQuery(email, phoneNumber, account, groupId, tagId);
    }

    /** The same with this tag. */
    public UserQuery tagId(TagId tagId) {
        return new UserQuery(email, phoneNumber, account, groupId, tagId);
    }
}
