package se.handtag.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody outside the database could vouch for the log.
 *
 * @param covered how many records the last checkpoint covers, the first ones
 * @param uncovered how many came since
 * @param at when it was made, null when none ever was
 * @param places where checkpoints go; empty when nowhere
 * @param failing whether the last try to make one failed, or found another log there
 * @param held why nothing is sent to the MDM now, null when it is
 * @param keys the public keys that checkpoints are signed with now, the newest first
 */
public record CheckpointStatus(
        long covered,
        long uncovered,
        @Nullable Instant at,
        List<String> places,
        boolean failing,
        @Nullable HeldBack held,
        List<String> keys) {}
