package se.handtag.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record with all that the database says about it.
 *
 * @param hash the leaf's
 * @param at null when the leaf has no record
 * @param body the bytes that are hashed; null when the leaf has no record
 * @param sealed what is not erased of what the body commits to
 */
record StoredRecord(long number, byte[] hash, @Nullable Instant at, byte @Nullable [] body, List<Sealed> sealed) {

    /** The body as the JSON text that it is; null when the leaf has no record. */
    @Nullable
    String text() {
        return body == null ? null : new String(body, StandardCharsets.UTF_8);
    }
}
