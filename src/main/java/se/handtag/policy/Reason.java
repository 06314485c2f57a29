package se.handtag.policy;

import org.jspecify.annotations.Nullable;

/**
 * A rule that took part in a decision, and its words.
 *
 * @param effect what the rule did; null in what was kept before effects were
 */
public record Reason(String rule, @Nullable Effect effect, Explanation explanation) {

    /** Whether the rule says no or asks for something, so that its words belong before somebody's eyes. */
    public boolean asks() {
        return effect != Effect.ALLOW;
    }
}
