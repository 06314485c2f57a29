package se.handtag.ui.recovery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of what has happened.
 *
 * @param how its class: {@code done}, {@code now}, {@code later} or {@code failed}
 * @param note its evidence or what to do, null when its title says it all
 * @param time the clock time in words, null when it has not happened
 * @param at the same for machines
 */
record Rung(
        String how,
        String title,
        @Nullable String note,
        @Nullable String time,
        @Nullable Instant at) {}
