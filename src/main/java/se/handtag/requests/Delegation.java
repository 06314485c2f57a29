package se.handtag.requests;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.handtag.identity.PersonId;
import se.handtag.policy.ActionKind;

/**
 * One person decides in another's place for a while. It hands on what somebody decides as a manager, as a named person or as
 * one of a group of approvers; never a role, and never what was handed to them.
 *
 * @param fromAddresses the giver's addresses, in lower case
 * @param toAddress under which address the stand-in is known, in lower case
 * @param startsAt the first moment it counts
 * @param endsAt the first moment it no longer does
 * @param actions what it is for; empty for everything
 * @param endedAt when it was ended before its time, null when it was not
 */
public record Delegation(
        UUID id,
        PersonId from,
        String fromName,
        Set<String> fromAddresses,
        String toAddress,
        String toName,
        Instant startsAt,
        Instant endsAt,
        Set<ActionKind> actions,
        @Nullable Instant endedAt) {

    public Delegation {
        fromAddresses = Set.copyOf(fromAddresses);
        actions = Set.copyOf(actions);
    }

    /** Somebody's stand-in was named, or is none any more; published inside the transaction in which it happened. */
    public record DelegationChanged(UUID delegation, PersonId from, String toAddress, String toName, Change change) {}

    /** What happened to it. */
    public enum Change {
        NAMED,
        /** Whoever gave it has ended it. */
        ENDED,
        /** Somebody of IT has ended it in their place. */
        ENDED_BY_IT,
        /** One of the two has left or lost a role. */
        LAPSED
    }

    /** Whether it counts at that moment. */
    public boolean countsAt(Instant now) {
        return endedAt == null && !now.isBefore(startsAt) && now.isBefore(endsAt);
    }

    boolean isFor(ActionKind action) {
        return actions.isEmpty() || actions.contains(action);
    }
}
