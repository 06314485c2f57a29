package se.handtag.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Rules as they were published. The one with the largest number is in force.
 *
 * @param hash the SHA-256 of rules and tests
 * @param byName who published them, null when the portal itself took them from its file
 * @param secondName who agreed, null when nobody had to
 * @param looser whether they let something pass that the version before did not
 */
public record RuleVersion(
        int number,
        String rules,
        String tests,
        String hash,
        Instant publishedAt,
        @Nullable String byName,
        @Nullable String secondName,
        String comment,
        boolean looser) {}
