package se.handtag.policy;

import se.handtag.mdm.AppId;

/** Something that can be done with a device. */
public sealed interface Action {

    ActionKind kind();

    /** Let the device tell what it holds. */
    record Refresh() implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.REFRESH;
        }
    }

    /** Lock the screen. */
    record Lock() implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.LOCK;
        }
    }

    /** Show a text on the screen. The text may name people: not for logs. */
    record Message(String text) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.MESSAGE;
        }

        @Override
        public String toString() {
            return "Message[" + text.length() + " characters]";
        }
    }

    /** Take the passcode away. */
    record ClearPasscode() implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.CLEAR_PASSCODE;
        }
    }

    /**
     * Install an app of the catalogue.
     *
     * @param name the app's name at that time
     * @param packageId its identifier
     * @param vpp with a licence that the company has bought
     */
    record InstallApp(AppId app, String name, String packageId, boolean vpp) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.INSTALL_APP;
        }
    }

    /** Remove an app that the company manages. */
    record RemoveApp(String name, String packageId) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.REMOVE_APP;
        }
    }

    /** Erase everything, back to factory settings. */
    record Wipe() implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.WIPE;
        }
    }
}
