package se.handtag.commands;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a command stands, and where it may go from there ({@link #next()}): one machine, in which every move is stored as a
 * {@link Step}, and any other move is refused. What is shown to people is the list of steps.
 */
public enum CommandState {
    /** Waits a while in which it can be called off, or for two people of IT to release it. */
    HELD(false),
    /** Waits to be sent. */
    DUE(false),
    /** The intent is on record and the call is under way, or was cut off. */
    SENDING(false),
    /** The MDM took it. The device may not know of it yet. */
    ACCEPTED(false),
    /** The device has spoken with the MDM since. */
    CONTACT_SINCE(false),
    /** The device's own report shows the effect. */
    EFFECT_SEEN(true),
    /** The MDM's API cannot show whether it had its effect. */
    NOT_VERIFIABLE(true),
    /** The MDM took it, and what it says now is something else. */
    CONTRADICTED(true),
    /** The MDM will not do it. */
    REFUSED(true),
    /** Called off before it was sent. */
    CANCELLED(true),
    /** It may have reached the MDM or not, and to send it twice could do harm: a person of IT finds out. */
    UNKNOWN(false),
    /** A person of IT found out that it had its effect. */
    SETTLED_DONE(true),
    /** A person of IT found out that it had none. */
    SETTLED_NOT_DONE(true);

    private final boolean ended;

    CommandState(boolean ended) {
        this.ended = ended;
    }

    /** Whether nothing more will happen to it by itself or by a person. */
    public boolean ended() {
        return ended;
    }

    /** Whether it did not have its effect, as far as anybody knows. */
    public boolean cameToNothing() {
        return switch (this) {
            case REFUSED, CANCELLED, CONTRADICTED, SETTLED_NOT_DONE -> true;
            default -> false;
        };
    }

    /** The states that may follow. */
    Set<CommandState> next() {
        return switch (this) {
            case HELD -> EnumSet.of(DUE, CANCELLED, UNKNOWN);
            // Unknown, when it is not to be sent once more and nobody knows what came of the time before.
            case DUE -> EnumSet.of(HELD, SENDING, CANCELLED, UNKNOWN, EFFECT_SEEN);
            case SENDING -> EnumSet.of(ACCEPTED, REFUSED, UNKNOWN, DUE);
            case ACCEPTED -> EnumSet.of(CONTACT_SINCE, EFFECT_SEEN, NOT_VERIFIABLE, CONTRADICTED);
            case CONTACT_SINCE -> EnumSet.of(EFFECT_SEEN, NOT_VERIFIABLE, CONTRADICTED);
            // The MDM's answer, when it comes after all.
            case UNKNOWN -> EnumSet.of(ACCEPTED, REFUSED, SETTLED_DONE, SETTLED_NOT_DONE);
            case EFFECT_SEEN, NOT_VERIFIABLE, CONTRADICTED, REFUSED, CANCELLED, SETTLED_DONE, SETTLED_NOT_DONE ->
                EnumSet.noneOf(CommandState.class);
        };
    }
}
