package se.handtag.requests;

import java.time.Instant;
import java.util.SortedMap;
import java.util.UUID;
import se.handtag.identity.PersonId;

/**
 * A change that waits for a second person of IT.
 *
 * @param kind of which {@link Guarded} setting
 * @param key which one of that kind
 * @param label the same, for people
 * @param by who proposed it
 * @param before the values that it would replace
 */
public record Proposal(
        UUID id,
        String kind,
        String key,
        String label,
        SortedMap<String, String> before,
        SortedMap<String, String> after,
        PersonId by,
        String byName,
        Instant at) {

    /** Something waits for a second person, or does so no more; published inside the transaction in which it happened. */
    public record ProposalsChanged(String kind, String key) {}

    /** What came of wanting to change something. */
    public enum Outcome {
        /** It was so already. */
        SAME,
        DONE,
        /** It opens something, and a second person of IT has to agree. */
        WAITS
    }

    /** What came of agreeing. */
    public enum Agreed {
        DONE,
        /** Whoever proposed it does not agree with themselves, under whatever account. */
        SAME_PERSON,
        /** Something speaks against it at this moment; it still waits. */
        NOT_NOW,
        /** It is no longer there, or what it would change has changed meanwhile. */
        GONE
    }
}
