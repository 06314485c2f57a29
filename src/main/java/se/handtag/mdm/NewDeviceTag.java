package se.handtag.mdm;

/** A tag to put on a device. Source: DT4. */
public record NewDeviceTag(DeviceId deviceId, TagId tagId) {}
