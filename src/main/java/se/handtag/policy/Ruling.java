package se.handtag.policy;

/** A decision and what it was made from. */
public record Ruling(Question question, Decision decision) {}
