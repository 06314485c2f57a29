package se.handtag.commands;

import java.time.Duration;
import java.time.Instant;

/** How long to wait before the next look: a quarter of the time that has passed, so ever longer, within bounds. */
record Pauses(Duration shortest, Duration longest) {

    Instant next(Instant since, Instant now) {
        Duration pause = Duration.between(since, now).dividedBy(4);
        if (pause.compareTo(shortest) < 0) {
            pause = shortest;
        }
        return now.plus(pause.compareTo(longest) > 0 ? longest : pause);
    }
}
