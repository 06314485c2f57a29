package se.handtag.notifications;

import java.time.Clock;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Whether mail gets out, from what happened to it lately. Mail that waits is no reason to take the portal off the air, so
 * it answers a status of its own, which does not count for the whole.
 */
@Component("outbox")
class MailHealth implements HealthIndicator {
    static final Status DELAYED = new Status("DELAYED", "mail waits to be sent");

    /** Worse than late: somebody was not told by mail, and will not be. */
    static final Status GIVEN_UP = new Status("GIVEN_UP", "mail of the last day will not be sent");

    private final Outbox outbox;
    private final Clock clock;

    MailHealth(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Health health() {
        var state = outbox.state(clock.instant());
        var health = builder(state)
                .withDetail("waiting", state.waiting())
                .withDetail("failing", state.failing())
                .withDetail("givenUp", state.givenUp());
        if (state.problem() != null) {
            health.withDetail("problem", state.problem());
        }
        return health.build();
    }

    private static Health.Builder builder(Outbox.State state) {
        if (state.failing() > 0) {
            return Health.status(DELAYED);
        }
        return state.givenUp() > 0 ? Health.status(GIVEN_UP) : Health.up();
    }
}
