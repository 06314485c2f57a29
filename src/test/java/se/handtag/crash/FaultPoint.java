package se.handtag.crash;

/** Where a command can be cut off, in the order of its life; "written" is inside a transaction that has not committed. */
enum FaultPoint {
    ORDER_WRITTEN,
    TASK_BEGUN,
    INTENT_DUE,
    INTENT_WRITTEN,
    /** Committed, but its commit did not wait for the disk. */
    INTENT_COMMITTED,
    /** The log's writer has placed a group in the tree. */
    GROUP_WRITTEN,
    GROUP_COMMITTED,
    /** The intent is durable. */
    CALL_DUE,
    /** The MDM has the call, and has not answered. */
    CALL_SENT,
    CALL_ANSWERED,
    OUTCOME_WRITTEN,
    OUTCOME_COMMITTED,
    /** The scheduler is about to put the task back for later. */
    TASK_PUT_BACK,
    CONTACT_WRITTEN,
    EFFECT_WRITTEN,
    /** The scheduler is about to forget the task. */
    TASK_DONE,
    HOLD_WRITTEN,
    HOLD_OVER_WRITTEN,
    /** A checkpoint is outside the database and not yet in it. */
    CHECKPOINT_OUTSIDE,
    /** After a cut-off: the command is due once more. */
    REPEAT_WRITTEN,
    /** After a cut-off: nobody knows, and a person has to find out. */
    UNKNOWN_WRITTEN,
    SETTLED_WRITTEN
}
