package se.handtag.requests;

import org.jspecify.annotations.Nullable;
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
 * @param cannotSignIn that they cannot prove once more who they are, so that a second person has to say yes instead
 */
record Wish(
        Actor actor,
        @Nullable UserId self,
        @Nullable UserId forUser,
        Subject subject,
        Action action,
        @Nullable String reason,
        boolean cannotSignIn) {

    static Wish of(Actor actor, @Nullable UserId self, Subject subject, Action action, @Nullable String reason) {
        return new Wish(
                actor, self, null, subject, action, reason == null || reason.isBlank() ? null : reason.strip(), false);
    }

    Wish onBehalfOf(@Nullable UserId user) {
        return new Wish(actor, self, user, subject, action, reason, cannotSignIn);
    }

    Wish withoutSignIn() {
        return new Wish(actor, self, forUser, subject, action, reason, true);
    }

    /** How it is asked for, as rules see it. */
    Manner manner() {
        return new Manner(reason != null, forUser != null, null, null, cannotSignIn, null);
    }
}
