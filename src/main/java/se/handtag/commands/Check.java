package se.handtag.commands;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.handtag.policy.Decision;
import se.handtag.policy.Ruling;

/** What comes of looking at a command once more before it is sent. */
sealed interface Check {

    /** It may go. @param contact when the device was last in contact, as the MDM has just said; null when it does not say */
    record Send(Decision decision, @Nullable Instant contact) implements Check {}

    /** It may not, and never will. @param shown whether the MDM shows that no earlier call has come to pass */
    record Cancel(String note, boolean shown) implements Check {}

    /** The rules no longer allow what they once did. @param shown as for {@link Cancel} */
    record ByRules(Decision decision, boolean shown) implements Check {}

    /** It is so already: nothing has to be sent. @param note how that is known, as in message files */
    record SoAlready(String note) implements Check {}

    /** Not now. @param note what its ladder says of it, null for nothing */
    record Later(@Nullable String note, Duration pause) implements Check {}

    /** It waits a while in which it can be called off. @param lock what the rules say to a lock meanwhile, null for none */
    record Hold(Duration hold, Decision decision, @Nullable Ruling lock) implements Check {}

    /** It is beyond a limit and waits for two people of IT. */
    record Beyond() implements Check {}
}
