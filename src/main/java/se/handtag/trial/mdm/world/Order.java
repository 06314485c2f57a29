package se.handtag.trial.mdm.world;

import org.jspecify.annotations.Nullable;

/** What a device is told to do. */
public sealed interface Order {
    /** C1. */
    record Inventory() implements Order {}

    /** C2: an app by its id; {@code vpp}: with a VPP licence. */
    record Install(int app, boolean vpp) implements Order {}

    /** C3: an app by its identifier. */
    record Remove(String identifier) implements Order {}

    /** C4. */
    record Lock() implements Order {}

    /** C5. */
    record Wipe() implements Order {}

    /** C6. */
    record ClearPasscode() implements Order {}

    /** C7. */
    record Message(String text) implements Order {}

    /** Given by the MDM itself when group, tags or user of a device change. */
    record Reconfigure(String why) implements Order {}

    /** Its name in the journal; that of the call, where there is one. */
    default String kind() {
        return switch (this) {
            case Inventory _ -> "inventorydevice";
            case Install _ -> "installapp";
            case Remove _ -> "removeapp";
            case Lock _ -> "lockdevice";
            case Wipe _ -> "wipedevice";
            case ClearPasscode _ -> "clearpasscode";
            case Message _ -> "sendmessage";
            case Reconfigure _ -> "reconfigure";
        };
    }

    /** The text that goes with it, or null. */
    default @Nullable String detail() {
        return switch (this) {
            case Remove remove -> remove.identifier();
            case Message message -> message.text();
            case Reconfigure reconfigure -> reconfigure.why();
            case Inventory _, Install _, Lock _, Wipe _, ClearPasscode _ -> null;
        };
    }

    /** Reads what was stored. */
    static Order of(String kind, @Nullable String detail, @Nullable Integer app, boolean vpp) {
        String text = detail == null ? "" : detail;
        return switch (kind) {
            case "inventorydevice" -> new Inventory();
            case "installapp" -> new Install(app == null ? 0 : app, vpp);
            case "removeapp" -> new Remove(text);
            case "lockdevice" -> new Lock();
            case "wipedevice" -> new Wipe();
            case "clearpasscode" -> new ClearPasscode();
            case "sendmessage" -> new Message(text);
            case "reconfigure" -> new Reconfigure(text);
            default -> throw new IllegalArgumentException("no order is called " + kind);
        };
    }
}
