package se.handtag.policy;

/**
 * Something that a draft may let pass and the rules in force do not.
 *
 * @param rule the rule of the draft that allows more, or the rule in force that the draft weakens
 */
public record Loosening(String rule, ActionKind action, Kind kind) {
    /** In what way. */
    public enum Kind {
        ALLOWS_MORE,
        DENIES_LESS,
        DEMANDS_LESS
    }
}
