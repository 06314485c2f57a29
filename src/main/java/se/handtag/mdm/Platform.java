package se.handtag.mdm;

import java.util.List;

/** What a device runs on, or an app is made for. */
public enum Platform {
    IOS(0),
    ANDROID(1),
    MACOS(2),
    TVOS(3),
    /** The MDM named none, or one that the contract does not know; what it said is among the unknown fields. */
    UNKNOWN(-1);

    private static final List<Platform> ALL = List.of(values());

    private final int number;

    Platform(int number) {
        this.number = number;
    }

    /** As the MDM counts them; -1 for unknown. Source: A3. */
    public int number() {
        return number;
    }

    /** The platform that the MDM calls so; unknown for any other number. */
    public static Platform of(long number) {
        for (Platform each : ALL) {
            if (each.number == number) {
                return each;
            }
        }
        return UNKNOWN;
    }
}
