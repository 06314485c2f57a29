package se.handtag.mdm;

/**
 * What to change on a device: whose it is. Source: D4.
 *
 * @param userId the new owner
 */
public record DeviceChange(UserId userId) {}
