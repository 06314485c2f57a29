package se.handtag.policy;

/** Who is to say yes. */
public enum ApproverKind {
    /** The manager of the device's owner, or whoever stands in for one. */
    MANAGER,
    /** Anyone of IT but the requester. */
    IT;

    /** @throws IllegalArgumentException for a stage that is neither, so that it is refused rather than skipped */
    public static ApproverKind of(Stage stage) {
        if (stage instanceof Stage.Manager) {
            return MANAGER;
        }
        if (stage.equals(Stage.IT)) {
            return IT;
        }
        throw new IllegalArgumentException("Nobody can be asked at the stage " + stage.word() + " yet");
    }
}
