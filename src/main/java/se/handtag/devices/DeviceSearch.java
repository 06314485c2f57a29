package se.handtag.devices;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.handtag.mdm.DeviceQuery;
import se.handtag.mdm.GroupId;
import se.handtag.mdm.TagId;
import se.handtag.mdm.UserId;

/**
 * The five ways in which the MDM finds devices; they combine freely, and null or blank says nothing.
 *
 * @param accountName the account of whose device it is
 */
public record DeviceSearch(
        @Nullable String serialNumber,
        @Nullable GroupId group,
        @Nullable UserId user,
        @Nullable String accountName,
        @Nullable TagId tag) {

    public static DeviceSearch inGroup(GroupId group) {
        return new DeviceSearch(null, group, null, null, null);
    }

    public static DeviceSearch of(UserId user) {
        return new DeviceSearch(null, null, user, null, null);
    }

    public static DeviceSearch withTag(TagId tag) {
        return new DeviceSearch(null, null, null, null, tag);
    }

    public static DeviceSearch withSerialNumber(String serialNumber) {
        return new DeviceSearch(serialNumber, null, null, null, null);
    }

    /** Whether it says nothing at all. */
    public boolean isEmpty() {
        return words().isEmpty();
    }

    /** In words, for the record of a search. */
    public String words() {
        return Stream.of(
                        serialNumber,
                        group == null ? null : "group " + group,
                        user == null ? null : "user " + user,
                        accountName,
                        tag == null ? null : "tag " + tag)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    DeviceQuery query() {
        return new DeviceQuery(text(serialNumber), group, user, text(accountName), tag);
    }

    private static @Nullable String text(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }
}
