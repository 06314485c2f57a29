package se.handtag.audit.proof;

/** What a verifier of files found. */
public sealed interface Checked {

    /**
     * Everything is proved.
     *
     * @param origin the log's name
     * @param size how many records the log held when the proof was made
     * @param older whether the file says that it is of an older form, which proves less; whoever changed it may have made it say so
     */
    record Proved(long records, String origin, long size, boolean older) implements Checked {
        Proved(long records, String origin, long size) {
            this(records, origin, size, false);
        }
    }

    /**
     * Something is not.
     *
     * @param number the first bad record, 0 when it is the file as a whole
     */
    record Bad(long number, Flaw flaw) implements Checked {}

    /** In which way. */
    enum Flaw {
        /** Neither a receipt nor an export. */
        UNREADABLE,
        /** What the first line of every export of its form holds is not there. */
        HEAD,
        /** The checkpoint is not signed by the key that was given. */
        UNSIGNED,
        /** The checkpoint is, but not the earlier one in the file: it may be of an earlier key. */
        EARLIER_UNSIGNED,
        /** A record is not there. */
        MISSING,
        /** The file does not hold as many records as it says, or not its last one. */
        CUT,
        /** The record is not the one that the log holds. */
        CHANGED,
        /** The record, or its proof in the file, is another one than the log holds; all before it are proved. */
        OTHER_RECORD,
        /** A name beside the record is not the one that it commits to. */
        OTHER_NAMES,
        /** The record does not stand where the file says, or one of those that follow it. */
        NOT_IN_LOG,
        /** The same of a file that says that it is of an older form, which cannot tell which record it is. */
        OLDER_NOT_IN_LOG,
        /** The earlier checkpoint is not the beginning of the later one. */
        INCONSISTENT
    }
}
