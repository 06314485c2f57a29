package se.handtag.commands;

/** Where a command stands. What is shown to people is the list of its {@link Step}s. */
public enum CommandState {
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
}
