package se.handtag.identity;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stay of a person in the portal.
 *
 * @param endsSeen the number of the newest end of sessions when this one began
 * @param fresh what they proved by signing in anew for an action, null when they did not
 */
record Session(
        SessionId id,
        Door door,
        Instant began,
        long endsSeen,
        @Nullable FreshSignIn fresh) implements Serializable {}
