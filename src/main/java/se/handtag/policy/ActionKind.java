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
    WIPE("wipe", false);

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

    static Optional<ActionKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }
}
