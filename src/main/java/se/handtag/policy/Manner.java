package se.handtag.policy;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How something is asked for, besides what and by whom.
 *
 * @param reasonGiven whether a reason was said
 * @param onBehalf whether it is asked for somebody else
 * @param ticket the number under which the help desk knows the matter, null for none
 * @param lasts for how long it is wanted, null for good
 * @param cannotSignIn whether who asks says that they cannot prove once more who they are, for what they need is on the
 *     phone
 * @param request the request that it is decided for, so that it is not counted against itself; null when there is none yet
 */
public record Manner(
        boolean reasonGiven,
        boolean onBehalf,
        @Nullable String ticket,
        @Nullable Duration lasts,
        boolean cannotSignIn,
        @Nullable UUID request) {
    /** For one's own good, for good, and nothing said. */
    public static final Manner PLAIN = new Manner(false, false, null, null, false, null);

    public Manner reason(@Nullable String said) {
        return new Manner(said != null, onBehalf, ticket, lasts, cannotSignIn, request);
    }

    public Manner of(@Nullable UUID number) {
        return new Manner(reasonGiven, onBehalf, ticket, lasts, cannotSignIn, number);
    }
}
