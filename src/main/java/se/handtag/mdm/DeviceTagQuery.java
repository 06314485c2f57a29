package se.handtag.mdm;

import org.jspecify.annotations.Nullable;

/**
 * What to look for among the tags of devices. Parts combine freely; those left out say nothing. Source: DT3.
 *
 * @param serialNumber the device's
 */
public record DeviceTagQuery(
        @Nullable DeviceId deviceId, @Nullable String serialNumber) {

    /** With no part yet. */
    public DeviceTagQuery() {
        this(null, null);
    }

    /** The same with this device. */
    public DeviceTagQuery deviceId(DeviceId deviceId) {
        return new DeviceTagQuery(deviceId, serialNumber);
    }

    /** The same with this serial number. */
    public DeviceTagQuery serialNumber(String serialNumber) {
        return new DeviceTagQuery(deviceId, serialNumber);
    }
}
