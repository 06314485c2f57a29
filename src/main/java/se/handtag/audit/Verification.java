package se.handtag.audit;

/** What checking the log from its first record showed. */
public sealed interface Verification {

    /** Every record follows from the one before. */
    record Whole(long records) implements Verification {}

    /**
     * The chain does not hold.
     *
     * @param number the first record that does not fit
     * @param what in English, for the auditor: what does not fit
     */
    record Broken(long number, String what) implements Verification {}
}
