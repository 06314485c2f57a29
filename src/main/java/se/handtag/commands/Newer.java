package se.handtag.commands;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.handtag.mdm.TagChange;
import se.handtag.mdm.UserChange;
import se.handtag.policy.Action;
import se.handtag.policy.ActionKind;

/** What a newer change has to do with an older one of the same subject. */
final class Newer {
    /** After these nothing else is to be expected of what they were done to. */
    private static final Set<ActionKind> GONE =
            EnumSet.of(ActionKind.DELETE_USER, ActionKind.DELETE_GROUP, ActionKind.DELETE_TAG);

    private Newer() {}

    /** Whether what the older one made so is no longer to be expected after the newer one. */
    static boolean changesTheSame(Action newer, Action older) {
        Object part = part(older);
        return part == null ? newer.kind() == older.kind() || GONE.contains(newer.kind()) : part.equals(part(newer));
    }

    /** Whether the older one, if it went after the newer one, would give something back the value that it had before. */
    static boolean isUndone(Action newer, Action older) {
        return switch (older) {
            case Action.ChangeUser(UserChange was) ->
                newer instanceof Action.ChangeUser(UserChange is) && overlap(parts(is), parts(was));
            case Action.ChangeTag(TagChange was) ->
                newer instanceof Action.ChangeTag(TagChange is) && overlap(parts(is), parts(was));
            case Action.HandOver _, Action.RenameGroup _ -> newer.kind() == older.kind();
            default -> part(older) != null && Objects.equals(part(newer), part(older));
        };
    }

    /** Whether it gives something a value that others may give it as well. */
    static boolean isUpdate(Action action) {
        return isUndone(action, action);
    }

    private static List<@Nullable Object> parts(UserChange change) {
        return Arrays.asList(
                change.name(),
                change.email(),
                change.phoneNumber(),
                change.groupId(),
                change.company(),
                change.office(),
                change.department(),
                change.position());
    }

    private static List<@Nullable Object> parts(TagChange change) {
        return Arrays.asList(change.name(), change.description(), change.groupId());
    }

    private static boolean overlap(List<@Nullable Object> one, List<@Nullable Object> other) {
        return IntStream.range(0, one.size()).anyMatch(part -> one.get(part) != null && other.get(part) != null);
    }

    /** What of the subject it is about, null for all of it. What is new has no subject of its own yet. */
    private static @Nullable Object part(Action action) {
        return switch (action) {
            case Action.PutTag put -> put.tag();
            case Action.TakeTag take -> take.tag();
            case Action.PutUserTag put -> put.tag();
            case Action.TakeUserTag take -> take.tag();
            case Action.PutApp put -> put.app().packageId();
            default -> null;
        };
    }
}
