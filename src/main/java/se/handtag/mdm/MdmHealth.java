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

    private final CircuitBreaker breaker;

    MdmHealth(CircuitBreaker breaker) {
        this.breaker = breaker;
    }

    @Override
    public Health health() {
        CircuitBreaker.State state = breaker.getState();
        boolean open = state == CircuitBreaker.State.OPEN || state == CircuitBreaker.State.FORCED_OPEN;
        return (open ? Health.status(UNREACHABLE) : Health.up())
                .withDetail("breaker", state.name())
                .withDetail("recentCalls", breaker.getMetrics().getNumberOfBufferedCalls())
                .withDetail("recentFailures", breaker.getMetrics().getNumberOfFailedCalls())
                .build();
    }
}
