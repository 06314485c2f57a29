package se.handtag.mdm;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * How calls to the MDM went lately, without making one. An MDM that is down is no reason to take the portal off the air,
 * so it answers a status of its own, which does not count for the whole.
 */
final class MdmHealth implements HealthIndicator {
    static final Status UNREACHABLE = new Status("UNREACHABLE", "calls to the MDM fail");
    /** Whether it is back shows only when the calls on trial have gone well. */
    static final Status TRIED = new Status("UNREACHABLE", "calls to the MDM failed, and a few are tried");

    private final CircuitBreaker breaker;

    MdmHealth(CircuitBreaker breaker) {
        this.breaker = breaker;
    }

    @Override
    public Health health() {
        CircuitBreaker.State state = breaker.getState();
        return builder(state)
                .withDetail("breaker", state.name())
                .withDetail("recentCalls", breaker.getMetrics().getNumberOfBufferedCalls())
                .withDetail("recentFailures", breaker.getMetrics().getNumberOfFailedCalls())
                .build();
    }

    private static Health.Builder builder(CircuitBreaker.State state) {
        return switch (state) {
            case OPEN, FORCED_OPEN -> Health.status(UNREACHABLE);
            case HALF_OPEN -> Health.status(TRIED);
            case CLOSED, DISABLED, METRICS_ONLY -> Health.up();
        };
    }
}
