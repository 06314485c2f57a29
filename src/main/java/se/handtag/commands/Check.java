package se.handtag.commands;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import se.handtag.policy.Decision;
import se.handtag.policy.Ruling;

/** What comes of looking at a command once more before it is sent. */
sealed interface Check {

    /** It may go. */
    record Send(Decision decision) implements Check {}

    /** It may not, and never will. */
    record Cancel(String note, @Nullable String detail) implements Check {}

    /** The rules no longer allow what they once did. */
    record ByRules(Decision decision) implements Check {}

    /** It is so already: nothing has to be sent. @param note how that is known, as in message files */
    record SoAlready(String note) implements Check {}

    /** Not now. @param note what its ladder says of it, null for nothing */
    record Later(@Nullable String note, Duration pause) implements Check {}

    /** It waits a while in which it can be called off. @param lock what the rules say to a lock meanwhile, null for none */
    record Hold(Duration hold, Decision decision, @Nullable Ruling lock) implements Check {}

    /** It is beyond a limit and waits for two people of IT. */
    record Beyond() implements Check {}
}
