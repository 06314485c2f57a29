package se.handtag.grants;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.handtag.policy.Action;

/** What can be given and taken back. */
final class Things {
    private Things() {}

    /** What the action puts somewhere, null when it is nothing that can be taken back. */
    static @Nullable String put(Action action) {
        return switch (action) {
            case Action.PutTag put -> tag(put.tag().value());
            case Action.PutUserTag put -> tag(put.tag().value());
            case Action.InstallApp install -> "app/" + install.packageId();
            default -> null;
        };
    }

    /** What the action takes from somewhere, null for nothing. */
    static @Nullable String taken(Action action) {
        return switch (action) {
            case Action.TakeTag take -> tag(take.tag().value());
            case Action.TakeUserTag take -> tag(take.tag().value());
            case Action.RemoveApp remove -> "app/" + remove.packageId();
            default -> null;
        };
    }

    /** The action that takes back what this one gave. */
    static Optional<Action> opposite(Action action) {
        return switch (action) {
            case Action.PutTag put -> Optional.of(new Action.TakeTag(put.tag(), put.name()));
            case Action.PutUserTag put -> Optional.of(new Action.TakeUserTag(put.tag(), put.name()));
            case Action.InstallApp install -> Optional.of(new Action.RemoveApp(install.name(), install.packageId()));
            default -> Optional.empty();
        };
    }

    private static String tag(int id) {
        return "tag/" + id;
    }
}
