package se.handtag.notifications;

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

    private final Outbox outbox;

    MailHealth(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Health health() {
        var state = outbox.state();
        var health = (state.failing() > 0 ? Health.status(DELAYED) : Health.up())
                .withDetail("waiting", state.waiting())
                .withDetail("failing", state.failing());
        if (state.problem() != null) {
            health.withDetail("problem", state.problem());
        }
        return health.build();
    }
}
