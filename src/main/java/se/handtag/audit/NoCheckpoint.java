package se.handtag.audit;

/** No checkpoint covers a record, and none can be made now: nothing can be proved to anybody outside. */
public final class NoCheckpoint extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoCheckpoint() {
        super("Without a checkpoint nothing can be proved");
    }
}
