package se.handtag.identity;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stay of a person in the portal.
 *
 * @param endsSeen the number of the newest end of sessions when this one began
 * @param providerSession the provider's own number of the stay ({@code sid}), null when it gives none
 * @param fresh what they proved by signing in anew for an action, null when they did not
 */
record Session(
        SessionId id,
        Door door,
        Instant began,
        long endsSeen,
        @Nullable String providerSession,
        @Nullable FreshSignIn fresh)
        implements Serializable {}
