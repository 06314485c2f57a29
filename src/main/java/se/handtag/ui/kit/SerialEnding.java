package se.handtag.ui.kit;

import org.jspecify.annotations.Nullable;

/** The end of a serial number as people compare it with what is engraved or shown: "…K7QX". */
public final class SerialEnding {
    private static final int SHOWN = 4;

    private SerialEnding() {}

    /**
     * An ellipsis and the last four characters; the whole when it is no longer than that, empty when there is none.
     *
     * @param serialNumber null when the MDM gave none
     */
    public static String of(@Nullable String serialNumber) {
        var serial = serialNumber == null ? "" : serialNumber.strip();
        return serial.length() <= SHOWN ? serial : "…" + serial.substring(serial.length() - SHOWN);
    }

    /** What a button or a question calls a device: "iPhone 16 …K7QX". */
    public static String with(String model, @Nullable String serialNumber) {
        return (model.strip() + " " + of(serialNumber)).strip();
    }
}
