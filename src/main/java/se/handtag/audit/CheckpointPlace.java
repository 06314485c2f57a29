package se.handtag.audit;

import org.jspecify.annotations.Nullable;

/** A place outside the database that keeps checkpoints. Its methods throw {@link java.io.UncheckedIOException}. */
interface CheckpointPlace {

    /** The newest note, null when there is none. */
    @Nullable
    String latest();

    /** Keeps a note as the newest, and beside those of other sizes. */
    void put(long size, String note);

    /** How it is called in messages. */
    String name();
}
