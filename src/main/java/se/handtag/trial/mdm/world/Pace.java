package se.handtag.trial.mdm.world;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * When devices make contact. A device's own part of chance comes from its id, the seed and the second, so that the same
 * calls at the same times always lead to the same world.
 *
 * @param clock the world's time
 * @param speed 1: brisk; 0 counts as 1, since only a hand moves that world
 * @param seed any number
 */
record Pace(Clock clock, double speed, long seed) {
    /** SQL for a fraction of 0 to 1 by device; one parameter, see {@link #salt()}. */
    private static final String CHANCE = "((uuid_hash_extended(id, ?) & 1023) / 1023.0)";

    /** SQL: soon after a command was accepted, in one to three seconds; parameters {@link #now()}, salt, speed. */
    static final String SOON = "? + interval '1 second' * (1 + 2 * " + CHANCE + ") / ?";

    /** SQL: in five to ten seconds; same parameters. */
    static final String LATER = "? + interval '1 second' * (5 + 5 * " + CHANCE + ") / ?";

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    long salt() {
        return seed * 31 + clock.instant().getEpochSecond();
    }

    double factor() {
        return speed == 0 ? 1 : speed;
    }
}
