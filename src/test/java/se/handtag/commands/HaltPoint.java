package se.handtag.commands;

import java.util.Set;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/** A place on a command's way where a process can end without a word. */
enum HaltPoint {
    /** The command is written and not committed; whoever asked has no answer. */
    INSIDE_PLACING(CommandStore.class, "insert", false, null),
    /** A node has taken it up. */
    BEFORE_LOOK(BeforeSending.class, "look", true, null),
    /** It was decided once more. */
    AFTER_LOOK(BeforeSending.class, "look", false, null),
    /** The intent is written and not committed. */
    INSIDE_INTENT(CommandStore.class, "move", false, CommandState.SENDING),
    /** The intent is committed, and nothing was sent. */
    AFTER_INTENT(CommandSteps.class, "intend", false, null),
    /** The MDM has answered, and nothing says so. */
    AFTER_CALL(Wire.class, "send", false, null),
    /** The outcome is written and not committed. */
    INSIDE_OUTCOME(CommandStore.class, "move", false, CommandState.ACCEPTED),
    /** The outcome is committed; the queue does not know. */
    AFTER_OUTCOME(CommandSteps.class, "answered", false, null);

    static final Set<Class<?>> TYPES =
            Set.of(CommandStore.class, BeforeSending.class, CommandSteps.class, Wire.class);

    private final Class<?> type;
    private final String method;
    private final boolean before;
    private final @Nullable CommandState to;

    HaltPoint(Class<?> type, String method, boolean before, @Nullable CommandState to) {
        this.type = type;
        this.method = method;
        this.before = before;
        this.to = to;
    }

    /** Whether this call passes the point, before or after it is made. */
    boolean isReached(MethodInvocation call, boolean beforeCall) {
        return before == beforeCall
                && type.isAssignableFrom(call.getMethod().getDeclaringClass())
                && call.getMethod().getName().equals(method)
                && (to == null || call.getArguments()[2] instanceof Step step && step.state() == to);
    }
}
