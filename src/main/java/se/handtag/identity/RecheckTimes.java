package se.handtag.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When the provider is asked for somebody the next time: by chance up to a fifth sooner than is set. Of those who come at the same
 * moment, as in the morning, all would otherwise be asked about at the same moment for the whole day.
 */
final class RecheckTimes {
    private static final int PARTS = 5;

    private final Duration every;
    private final RandomGenerator random;

    RecheckTimes(Duration every, RandomGenerator random) {
        this.every = every;
        this.random = random;
    }

    Instant next(Instant now) {
        Duration sooner = every.dividedBy(PARTS);
        return now.plus(every).minusMillis(random.nextLong(sooner.toMillis() + 1));
    }
}
