package se.handtag.audit;

/** Why nothing may be done now that needs a record of it. */
public enum HeldBack {
    /** A place of checkpoints showed that this is not the log it was. */
    ANOTHER_LOG("The log does not go on from its last checkpoint"),
    /** No place of checkpoints has answered, and fitted, since this node's start. */
    NOT_COMPARED("The log was not compared with a checkpoint outside since the start"),
    /** Places of checkpoints have taken none for too long. */
    UNCOVERED("Too many records are not covered by a checkpoint");

    private final String reason;

    HeldBack(String reason) {
        this.reason = reason;
    }

    /** For the program's log. */
    String reason() {
        return reason;
    }
}
