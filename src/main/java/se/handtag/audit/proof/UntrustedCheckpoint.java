package se.handtag.audit.proof;

import org.jspecify.annotations.Nullable;

/** A checkpoint that no known key signed, or that is none. */
public final class UntrustedCheckpoint extends RuntimeException {
    UntrustedCheckpoint(@Nullable Throwable cause) {
        super("No known key signed this checkpoint", cause);
    }
}
