package se.handtag.requests;

import se.handtag.policy.Decision;

/** What came of asking. */
public sealed interface Asked {

    /** It needs nobody's yes and is on its way. */
    record OnItsWay(RequestId request) implements Asked {}

    /** Somebody has to say yes first. */
    record Waiting(RequestId request) implements Asked {}

    /** The rules say no. */
    record Denied(Decision decision) implements Asked {}

    /** The rules want to know why, and nothing was said. */
    record ReasonMissing() implements Asked {}

    /** They must first prove once more who they are, or ask for it with a second person's yes instead. */
    record SignInFirst() implements Asked {}

    /** The same is asked for already, by the same person for the same thing. */
    record AskedAlready(RequestId request) implements Asked {}

    /** There is no such device, or it is none of theirs. */
    record NoSuchDevice() implements Asked {}

    /** They have asked for so much within the last hour that it looks like a mistake; later they may ask again. */
    record TooMany() implements Asked {}
}
