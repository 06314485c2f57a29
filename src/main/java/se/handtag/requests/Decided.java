package se.handtag.requests;

import java.time.Instant;

/** What came of deciding. */
public sealed interface Decided {

    /** It counts. */
    record Done(Request request) implements Decided {}

    /** Somebody else was faster. */
    record AlreadyDecided(Request.State state, String byName, Instant at) implements Decided {}

    /** There is no such request, or it is not theirs to decide. */
    record NotYours() implements Decided {}
}
