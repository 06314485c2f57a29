package se.handtag.mdm;

import java.util.List;

/** Where an app comes from. */
public enum Store {
    APP_STORE(0),
    PLAY(1),
    IN_HOUSE(2),
    /** The MDM named none, or one that the contract does not know; what it said is among the unknown fields. */
    UNKNOWN(-1);

    private static final List<Store> ALL = List.of(values());

    private final int number;

    Store(int number) {
        this.number = number;
    }

    /** As the MDM counts them; -1 for unknown. Source: A3. */
    public int number() {
        return number;
    }

    /** The store that the MDM calls so; unknown for any other number. */
    public static Store of(long number) {
        for (Store each : ALL) {
            if (each.number == number) {
                return each;
            }
        }
        return UNKNOWN;
    }
}
