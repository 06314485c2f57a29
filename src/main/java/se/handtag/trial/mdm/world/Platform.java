package se.handtag.trial.mdm.world;

import org.jspecify.annotations.Nullable;

/** Platforms in the contract's numbering, and what none of their devices can do. */
enum Platform {
    IOS,
    ANDROID,
    MACOS,
    TVOS;

    static Platform of(int number) {
        return values()[number];
    }

    /** Why a device cannot do what it is told; null when it can. */
    @Nullable
    String refusal(Order order, boolean supervised) {
        return switch (order) {
            case Order.Lock _ ->
                switch (this) {
                    case MACOS -> "a Mac is locked with a PIN, which the call does not carry";
                    case TVOS -> "an Apple TV cannot be locked";
                    case IOS, ANDROID -> null;
                };
            case Order.ClearPasscode _ ->
                switch (this) {
                    case MACOS, TVOS -> "the passcode of this platform cannot be cleared";
                    case ANDROID -> supervised ? null : "the passcode belongs to the owner, not to the work profile";
                    case IOS -> null;
                };
            case Order.Inventory _,
                    Order.Install _,
                    Order.Remove _,
                    Order.Wipe _,
                    Order.Message _,
                    Order.Reconfigure _ -> null;
        };
    }
}
