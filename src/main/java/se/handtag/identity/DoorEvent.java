package se.handtag.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happened at the portal's door; published while it happens, so that it can still be refused. */
public sealed interface DoorEvent {

    /** Somebody signed in. */
    record PersonSignedIn(Actor actor) implements DoorEvent {}

    /** Somebody signed out. */
    record PersonSignedOut(Actor actor) implements DoorEvent {}

    /**
     * The provider has signed somebody out, wherever they did it.
     *
     * @param end the number of the end of sessions, null when it is one session's on one node
     * @param person null when the provider named a session alone
     * @param name the person's, null likewise
     */
    record SignedOutByProvider(
            @Nullable Long end,
            @Nullable PersonId person,
            @Nullable String name) implements DoorEvent {}

    /**
     * The provider says that somebody's account is disabled or deleted; published once, inside the transaction that ends their
     * sessions.
     *
     * @param end the number of that end
     * @param addresses theirs, in lower case
     */
    record PersonGone(long end, PersonId person, String name, Set<String> addresses) implements DoorEvent {
        public PersonGone {
            addresses = Set.copyOf(addresses);
        }
    }

    /**
     * Somebody has fewer roles at the provider than when it was asked last; published once, inside the transaction that keeps
     * those they have.
     *
     * @param end the number of the end of their sessions
     * @param addresses theirs, in lower case
     */
    record RolesLost(long end, PersonId person, String name, Set<String> addresses, Set<Role> lost)
            implements DoorEvent {
        public RolesLost {
            addresses = Set.copyOf(addresses);
            lost = Set.copyOf(lost);
        }
    }

    /**
     * Sessions were ended from afar; published inside the transaction that does it.
     *
     * @param end the number of that end
     * @param actor who did, null for the portal itself
     * @param person whose they were, null for everybody's
     * @param name that person's, null likewise
     * @param which {@code one}, {@code others}, {@code all} or {@code everybody}
     * @param because what led to it, in words of the portal's own; null when they wanted just that
     * @param reason why, as they say; null when nothing was said
     */
    record SessionsEnded(
            long end,
            @Nullable Actor actor,
            @Nullable PersonId person,
            @Nullable String name,
            String which,
            @Nullable String because,
            @Nullable String reason)
            implements DoorEvent {}

    /**
     * The provider sent somebody back without a valid sign-in.
     *
     * @param reason the error code of OAuth 2.0 (RFC 6749, section 4.1.2.1), never what the provider wrote
     */
    record SignInRefused(String reason, @Nullable String sourceAddress) implements DoorEvent {}

    /**
     * A signed-in person asked for an address that their roles do not open.
     *
     * @param path the address without its query
     */
    record AccessRefused(Actor actor, String path) implements DoorEvent {}

    /**
     * Somebody who is not signed in, or not known, was refused something else than a sign-in.
     *
     * @param reason the status of the answer (RFC 9110), such as {@code http-401}
     */
    record StrangerRefused(String reason, @Nullable String sourceAddress) implements DoorEvent {}
}
