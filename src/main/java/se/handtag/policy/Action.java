package se.handtag.policy;

import org.jspecify.annotations.Nullable;
import se.handtag.mdm.AppId;
import se.handtag.mdm.GroupId;
import se.handtag.mdm.NewApp;
import se.handtag.mdm.NewTag;
import se.handtag.mdm.NewUser;
import se.handtag.mdm.TagChange;
import se.handtag.mdm.TagId;
import se.handtag.mdm.UserChange;
import se.handtag.mdm.UserId;

/** Something that can be done to a {@link Subject}: every writing operation of the MDM's API, and nothing else. */
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

    /** Put a tag on a device, which is configured again if needed. Source: DT4. */
    record PutTag(TagId tag, String name) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.PUT_TAG;
        }
    }

    /** Take a tag off a device. Source: DT5. */
    record TakeTag(TagId tag, String name) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.TAKE_TAG;
        }
    }

    /** Give a device to another user. Source: D4. */
    record HandOver(UserId to, String name) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.HAND_OVER;
        }

        @Override
        public String toString() {
            return "HandOver[…]";
        }
    }

    /** Put a tag on a user, whose devices are configured again. Source: UT4. */
    record PutUserTag(TagId tag, String name) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.PUT_USER_TAG;
        }
    }

    /** Take a tag off a user. Source: UT5. */
    record TakeUserTag(TagId tag, String name) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.TAKE_USER_TAG;
        }
    }

    /** Change what the MDM knows of a user; another group moves the user's devices too. Source: U4. */
    record ChangeUser(UserChange change) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.CHANGE_USER;
        }

        @Override
        public String toString() {
            return "ChangeUser[…]";
        }
    }

    /** Add a user. Source: U5. */
    record CreateUser(NewUser user) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.CREATE_USER;
        }

        @Override
        public String toString() {
            return "CreateUser[…]";
        }
    }

    /** Delete a user, which the MDM refuses while devices are linked. Source: U6. */
    record DeleteUser() implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.DELETE_USER;
        }
    }

    /** Add a group; below the root when no parent is named. Source: G5. */
    record CreateGroup(String name, @Nullable GroupId parent) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.CREATE_GROUP;
        }
    }

    /** Give a group another name. Source: G4. */
    record RenameGroup(String name) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.RENAME_GROUP;
        }
    }

    /** Delete a group, which the MDM refuses while anything is in it. Source: G6. */
    record DeleteGroup() implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.DELETE_GROUP;
        }
    }

    /** Add a tag. Source: T4. */
    record CreateTag(NewTag tag) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.CREATE_TAG;
        }
    }

    /** Change a tag; another group moves it, and its devices are configured again. Source: T3. */
    record ChangeTag(TagChange change) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.CHANGE_TAG;
        }
    }

    /** Delete a tag, which the MDM refuses while configurations are linked. Source: T5. */
    record DeleteTag() implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.DELETE_TAG;
        }
    }

    /** Add an app, or bring the one of the same package id, platform and store up to date. Source: A3. */
    record PutApp(NewApp app) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.PUT_APP;
        }
    }
}
