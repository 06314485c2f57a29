package se.handtag.requests;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.handtag.identity.Role;
import se.handtag.policy.Action;
import se.handtag.policy.Decision;
import se.handtag.policy.Effect;
import se.handtag.policy.Explanation;
import se.handtag.policy.Question;
import se.handtag.policy.Reason;
import se.handtag.policy.Ruling;

/** What no rule can allow: longer than IT lends something, and a device for somebody who cannot agree. */
final class Bounds {
    private static final Reason NOBODY_TO_AGREE = new Reason(
            "receiver-agrees",
            Effect.DENY,
            new Explanation(
                    "Your colleague has to agree, and no address is known under which to ask them. Ask IT to hand it over.",
                    "Din kollega måste säga ja, och det finns ingen adress att fråga på. Be it att lämna över den."));

    private Bounds() {}

    /** The same ruling, or a no when it is beyond them. */
    static Ruling within(Wish wish, Ruling ruling, boolean colleagueKnown) {
        if (ruling.decision().denied()) {
            return ruling;
        }
        if (bothAgree(ruling) && !colleagueKnown) {
            return denied(ruling, NOBODY_TO_AGREE);
        }
        Integer longest = longest(ruling.question());
        return longest != null && isLonger(wish.lasts(), longest) ? denied(ruling, tooLong(longest)) : ruling;
    }

    /** Whether whoever gets the device has to agree: IT gives devices away by its own right, an owner does not. */
    static boolean bothAgree(Ruling ruling) {
        return ruling.question().wanted() instanceof Action.HandOver
                && ruling.question().own();
    }

    /** For how many days what is wanted is lent at most, null for good; IT, which decides that, is not bound by it. */
    private static @Nullable Integer longest(Question question) {
        return question.asker().roles().contains(Role.IT) ? null : question.longestDays();
    }

    private static boolean isLonger(@Nullable Duration lasts, int days) {
        return lasts == null || lasts.compareTo(Duration.ofDays(days)) > 0;
    }

    private static Reason tooLong(int days) {
        return new Reason(
                "lent-for-a-time",
                Effect.DENY,
                new Explanation(
                        "IT lends this for at most " + days + " days. Choose a shorter time.",
                        "It lånar ut det här i högst " + days + " dagar. Välj en kortare tid."));
    }

    private static Ruling denied(Ruling ruling, Reason reason) {
        Decision was = ruling.decision();
        return new Ruling(
                ruling.question(),
                new Decision(
                        Decision.Verdict.DENIED,
                        List.of(reason),
                        List.of(),
                        false,
                        false,
                        null,
                        was.version(),
                        was.errors()));
    }
}
