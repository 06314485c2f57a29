package se.handtag.policy;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of action, under the names that rules, records and message files use. */
public enum ActionKind {
    REFRESH("refresh", true),
    LOCK("lock", true),
    MESSAGE("message", false),
    INSTALL_APP("install", true),
    REMOVE_APP("remove", false),
    CLEAR_PASSCODE("clear-passcode", false),
    WIPE("wipe", false),
    PUT_TAG("put-tag", false),
    /** Repeatable, for the link is looked up anew before each call: what was taken off already is not there. */
    TAKE_TAG("take-tag", true),
    HAND_OVER("hand-over", true),
    PUT_USER_TAG("put-user-tag", false),
    TAKE_USER_TAG("take-user-tag", true),
    CHANGE_USER("change-user", true),
    CREATE_USER("create-user", false),
    DELETE_USER("delete-user", false),
    CREATE_GROUP("create-group", false),
    RENAME_GROUP("rename-group", true),
    DELETE_GROUP("delete-group", false),
    CREATE_TAG("create-tag", false),
    CHANGE_TAG("change-tag", true),
    DELETE_TAG("delete-tag", false),
    PUT_APP("put-app", true);

    private final String key;
    private final boolean repeatable;

    ActionKind(String key, boolean repeatable) {
        this.key = key;
        this.repeatable = repeatable;
    }

    public String key() {
        return key;
    }

    /** Whether doing it twice does no more than doing it once, so that it may be sent again after an unknown outcome. */
    public boolean repeatable() {
        return repeatable;
    }

    /** Whether it takes something away that cannot be had back, so that the stop switch holds it. */
    public boolean destructive() {
        return switch (this) {
            case WIPE, CLEAR_PASSCODE, REMOVE_APP, DELETE_USER, DELETE_GROUP, DELETE_TAG -> true;
            default -> false;
        };
    }

    static Optional<ActionKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }
}
