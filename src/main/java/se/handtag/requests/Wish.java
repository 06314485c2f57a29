package se.handtag.requests;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import se.handtag.Longest;
import se.handtag.identity.Actor;
import se.handtag.mdm.UserId;
import se.handtag.policy.Action;
import se.handtag.policy.Manner;
import se.handtag.policy.Subject;

/**
 * What somebody wants done, before anything is decided about it.
 *
 * @param self the MDM user that they are, null when they are none
 * @param forUser on whose behalf, null when for their own purposes
 * @param reason why, null when nothing was said
 * @param ticket the help desk's number of the matter, null for none
 * @param lasts for how long it is wanted, null for good
 * @param cannotSignIn that they cannot prove once more who they are, so that a second person has to say yes instead
 */
record Wish(
        Actor actor,
        @Nullable UserId self,
        @Nullable UserId forUser,
        Subject subject,
        Action action,
        @Nullable String reason,
        @Nullable String ticket,
        @Nullable Duration lasts,
        boolean cannotSignIn) {

    /** @throws Longest.TooLong when more was written than is taken */
    static Wish of(Actor actor, @Nullable UserId self, Subject subject, Action action, @Nullable String reason) {
        String said = reason == null || reason.isBlank() ? null : reason.strip();
        Longest.REASON.demand(said);
        Lengths.demand(action);
        return new Wish(actor, self, null, subject, action, said, null, null, false);
    }

    Wish onBehalfOf(@Nullable UserId user) {
        return new Wish(actor, self, user, subject, action, reason, ticket, lasts, cannotSignIn);
    }

    Wish withoutSignIn() {
        return new Wish(actor, self, forUser, subject, action, reason, ticket, lasts, true);
    }

    Wish under(String number) {
        return new Wish(actor, self, forUser, subject, action, reason, number, lasts, cannotSignIn);
    }

    Wish lasting(Duration time) {
        return new Wish(actor, self, forUser, subject, action, reason, ticket, time, cannotSignIn);
    }

    /** How it is asked for, as rules see it. */
    Manner manner() {
        return new Manner(reason != null, forUser != null, ticket, lasts, cannotSignIn, null);
    }
}
