package se.handtag.audit;

/** What checking the log from its first record showed. */
public sealed interface Verification {

    /**
     * Every record is what it was, and in its place.
     *
     * @param covered how many of them a checkpoint outside the database vouches for, the first ones; whoever owns the
     *     database could have rewritten the rest
     */
    record Whole(long records, long covered) implements Verification {}

    /**
     * The log does not hold.
     *
     * @param number the first record that does not fit, or the first after those that a checkpoint vouches for
     */
    record Broken(long number, Fault fault) implements Verification {}

    /** How far it is. */
    @FunctionalInterface
    interface Progress {
        Progress NONE = (_, _) -> {};

        /**
         * @param done how many records were looked at
         * @param all how many there are
         */
        void at(long done, long all);
    }
}
