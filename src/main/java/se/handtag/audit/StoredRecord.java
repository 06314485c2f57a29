package se.handtag.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record with all that the database says about it.
 *
 * @param hash the leaf's
 * @param at null when the leaf has no record
 * @param body null when the leaf has no record
 * @param sealed what is not erased of what the body commits to
 */
record StoredRecord(
        long number,
        byte[] hash,
        @Nullable Instant at,
        @Nullable String body,
        List<Sealed> sealed) {}
