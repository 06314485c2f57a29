package se.handtag.devices;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.handtag.mdm.GroupId;
import se.handtag.mdm.TagId;
import se.handtag.mdm.UserQuery;

/**
 * The five ways in which the MDM finds users; they combine freely, and null or blank says nothing.
 *
 * @param email the whole address
 * @param account the account's name
 * @param group the group that the user is linked to
 * @param tag a tag put on the user
 */
public record UserSearch(
        @Nullable String email,
        @Nullable String phoneNumber,
        @Nullable String account,
        @Nullable GroupId group,
        @Nullable TagId tag) {

    public static UserSearch inGroup(GroupId group) {
        return new UserSearch(null, null, null, group, null);
    }

    public static UserSearch withTag(TagId tag) {
        return new UserSearch(null, null, null, null, tag);
    }

    /** Whether it says nothing at all. */
    public boolean isEmpty() {
        return text(email) == null
                && text(phoneNumber) == null
                && text(account) == null
                && group == null
                && tag == null;
    }

    /** In words, for the record of a search. */
    public String words() {
        return Stream.of(
                        email,
                        phoneNumber,
                        account,
                        group == null ? null : "group " + group,
                        tag == null ? null : "tag " + tag)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    UserQuery query() {
        return new UserQuery(text(email), text(phoneNumber), text(account), group, tag);
    }

    private static @Nullable String text(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }
}
