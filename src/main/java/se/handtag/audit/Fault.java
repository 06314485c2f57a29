package se.handtag.audit;

/** In which way the log does not hold. */
public enum Fault {
    /** A record is not there. */
    MISSING,
    /** The record's text is not the one that was hashed. */
    CHANGED,
    /** The time that it is found by is not the one that was hashed. */
    OTHER_TIME,
    /** A name, text or address beside the record is not the one that it commits to. */
    OTHER_NAMES,
    /** The tree above the record is not made of the records below it. */
    TREE,
    /** The log ends before its last checkpoint. */
    CUT_OFF,
    /** The records up to a checkpoint are not those that the checkpoint was made of. */
    NOT_THE_CHECKPOINT,
    /** A checkpoint that is not signed by the log's key. */
    FORGED_CHECKPOINT,
    /** The database knows of checkpoints, and no place outside has one. */
    PLACE_EMPTY
}
