package se.handtag.audit;

/**
 * An entry that was handed to the log; its place in the log is given after the caller's transaction has committed.
 *
 * @param value the database's number for it, which after a crash another entry may get when this one was lost
 * @param hash of what it says, in hex, which none other has
 */
public record EntryId(long value, String hash) {}
