package se.handtag.trial.idp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.springframework.security.authentication.LockedException;

/** Counts wrong passwords: five for one name within a minute, and that name waits until the minute is over. */
final class SignInAttempts {
    private static final int ALLOWED = 5;
    private static final Duration WITHIN = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Deque<Instant>> wrong = new HashMap<>();

    SignInAttempts(Clock clock) {
        this.clock = clock;
    }

    /** @throws LockedException when the name has to wait, also with the right password */
    synchronized void require(String name) {
        if (recent(name).size() >= ALLOWED) {
            throw new LockedException("Too many wrong passwords within a minute");
        }
    }

    synchronized void wrong(String name) {
        recent(name).addLast(clock.instant());
    }

    synchronized void right(String name) {
        wrong.remove(name);
    }

    private Deque<Instant> recent(String name) {
        var times = wrong.computeIfAbsent(name, unused -> new ArrayDeque<>());
        var since = clock.instant().minus(WITHIN);
        while (!times.isEmpty() && times.getFirst().isBefore(since)) {
            times.removeFirst();
        }
        return times;
    }
}
