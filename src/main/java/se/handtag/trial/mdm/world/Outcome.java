package se.handtag.trial.mdm.world;

/** What became of a command at a contact. */
sealed interface Outcome {
    /** In words, for the journal. */
    String note();

    /** Carried out. */
    record Done(String note) implements Outcome {}

    /** The device cannot or will not; final. */
    record Failed(String note) implements Outcome {}

    /** The owner has been asked on the screen and answers by the next contact. */
    record Asked(String note) implements Outcome {}

    default String state() {
        return switch (this) {
            case Done _ -> "done";
            case Failed _ -> "failed";
            case Asked _ -> "asked";
        };
    }
}
