package se.handtag.mdm;

/** What a device can be told to do. Source: C1 to C7. */
public sealed interface DeviceCommand {

    /** Tell what you hold. Source: C1. */
    record Inventory() implements DeviceCommand {}

    /**
     * Install an app. Source: C2.
     *
     * @param vpp use a licence that the company has bought; for Apple's platforms only
     */
    record InstallApp(AppId appId, boolean vpp) implements DeviceCommand {}

    /**
     * Remove an app. Source: C3.
     *
     * @param identifier the app's package id, such as se.fjallrav.plock
     */
    record RemoveApp(String identifier) implements DeviceCommand {}

    /** Lock the screen. Source: C4. */
    record Lock() implements DeviceCommand {}

    /** Erase everything, back to factory settings. Source: C5. */
    record Wipe() implements DeviceCommand {}

    /** Take the passcode away. Source: C6. */
    record ClearPasscode() implements DeviceCommand {}

    /**
     * Show a text. Source: C7.
     *
     * @param message may name people: not for logs
     */
    record SendMessage(String message) implements DeviceCommand {

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "SendMessage[" + message.length() + " characters]";
        }
    }
}
