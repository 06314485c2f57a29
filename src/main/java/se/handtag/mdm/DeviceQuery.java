package se.handtag.mdm;

import org.jspecify.annotations.Nullable;

/**
 * What to look for among devices. Parts combine freely; those left out say nothing. Source: D3.
 *
 * @param groupId the group linked to the device
 * @param userId whose device
 * @param accountName the account of whose device it is
 * @param tagId a tag linked to the device
 */
public record DeviceQuery(
        @Nullable String serialNumber,
        @Nullable GroupId groupId,
        @Nullable UserId userId,
        @Nullable String accountName,
        @Nullable TagId tagId) {

    /** With no part yet. */
    public DeviceQuery() {
        this(null, null, null, null, null);
    }

    /** The same with this serial number. */
    public DeviceQuery serialNumber(String serialNumber) {
        return new DeviceQuery(serialNumber, groupId, userId, accountName, tagId);
    }

    /** The same with this group. */
    public DeviceQuery groupId(GroupId groupId) {
        return new DeviceQuery(serialNumber, groupId, userId, accountName, tagId);
    }

    /** The same with this user. */
    public DeviceQuery userId(UserId userId) {
        return new DeviceQuery(serialNumber, groupId, userId, accountName, tagId);
    }

    /** The same with this account name. */
    public DeviceQuery accountName(String accountName) {
        return new DeviceQuery(serialNumber, groupId, userId, accountName, tagId);
    }

    /** The same with this tag. */
    public DeviceQuery tagId(TagId tagId) {
        return new DeviceQuery(serialNumber, groupId, userId, accountName, tagId);
    }
}
