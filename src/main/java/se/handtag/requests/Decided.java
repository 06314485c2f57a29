package se.handtag.requests;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of deciding. */
public sealed interface Decided {

    /**
     * It counts, or will.
     *
     * @param undoUntil until when it can be undone, and takes no effect; null when it has taken effect
     */
    record Done(Request request, @Nullable Instant undoUntil) implements Decided {}

    /** Somebody else was faster. */
    record AlreadyDecided(Request.State state, String byName, Instant at) implements Decided {}

    /** There is no such request, or it is not theirs to decide. */
    record NotYours() implements Decided {}

    /** They must first prove once more who they are. */
    record SignInFirst() implements Decided {}
}
