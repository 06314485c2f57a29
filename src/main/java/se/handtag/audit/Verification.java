package se.handtag.audit;

import java.util.List;

/** What checking the log from its first record showed. */
public sealed interface Verification {

    /**
     * Every record is what it was, and in its place.
     *
     * @param covered how many of them a checkpoint outside the database vouches for, the first ones; whoever owns the
     *     database could have rewritten the rest
     * @param away the places outside that did not answer: whether they know of more records, nobody can say
     */
    record Whole(long records, long covered, List<String> away) implements Verification {

        /** Every place was asked. */
        public Whole(long records, long covered) {
            this(records, covered, List.of());
        }
    }

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
