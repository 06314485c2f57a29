package se.handtag.policy;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.handtag.identity.PersonId;

/**
 * Rules that are not in force yet.
 *
 * @param fromFile whether the file that the portal was started with holds them
 * @param basedOn the version that they were last compared with
 * @param hash the SHA-256 of rules and tests
 * @param changedBy who wrote them last, null when they come from the file
 * @param askedBy who wants to publish them, null while nobody does
 * @param askedMarks by what that person would be known again ({@link HumanMarks})
 * @param comment what they said about it, null while nobody did
 */
public record RuleDraft(
        int id,
        State state,
        boolean fromFile,
        int basedOn,
        String rules,
        String tests,
        String hash,
        Instant changedAt,
        @Nullable String changedBy,
        @Nullable PersonId askedBy,
        @Nullable String askedByName,
        Set<String> askedMarks,
        @Nullable String comment) {

    /** Where a draft stands. */
    public enum State {
        OPEN,
        /** Somebody wants to publish it, and a second person has to agree. */
        WAITING,
        PUBLISHED,
        DISCARDED
    }

    /** Whether whoever has these marks wants to publish it, under whatever account. */
    boolean isAskedBy(Set<String> marks) {
        return !Collections.disjoint(askedMarks, marks);
    }

    boolean unfinished() {
        return state == State.OPEN || state == State.WAITING;
    }
}
