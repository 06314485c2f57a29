package se.handtag.policy;

/** A rule that took part in a decision, and its words. */
public record Reason(String rule, Explanation explanation) {}
