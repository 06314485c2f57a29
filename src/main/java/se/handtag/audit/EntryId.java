package se.handtag.audit;

/** An entry that was handed to the log; its number in the log is given after the caller's transaction has committed. */
public record EntryId(long value) {}
