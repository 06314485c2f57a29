package se.handtag.audit;

/** What a record is about. */
public enum AuditKind {
    /** What the rules said to somebody's wish. */
    DECISION,
    /** A request was approved, rejected or withdrawn. */
    APPROVAL,
    /** Somebody was named to decide in another's place, or is no longer. */
    DELEGATION,
    /** A command is about to be sent to the MDM. */
    INTENT,
    /** What the MDM answered, or that it did not. */
    OUTCOME,
    /** What was seen of a command's effect, or that it was called off before sending. */
    COMMAND_STEP,
    /** A device was reported lost or found. */
    LOST,
    /** A person of IT settled an unknown outcome. */
    SETTLED,
    /** A command that was held was called off or released. */
    HOLD,
    /** Other rules hold from now on. */
    RULES,
    /** A limit or the stop switch was changed. */
    LIMIT,
    /** Data of the portal's own was changed, such as the catalogue or who approves for whom. */
    DATA,
    /** Somebody opened the page of a person or a device that is not theirs, or searched. */
    LOOK,
    SIGN_IN,
    SIGN_OUT,
    /** Somebody was not let in, or not to a page. */
    REFUSED_ACCESS,
    /** What IT offers in the catalogue was changed. */
    CATALOGUE,
    /** Something was taken out as a file. */
    EXPORT,
    /** The log itself: its keys, what was erased, what was found when it was checked. */
    LOG
}
