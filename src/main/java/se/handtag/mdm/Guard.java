package se.handtag.mdm;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.CheckedSupplier;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import se.handtag.mdm.MdmException.Unavailable.Held;

/**
 * Patience and limits for the MDM as a whole: reads are tried again after a passing failure, writes never; after many
 * failures nothing is sent for a while; and only so many calls are under way at once. Each try counts by itself.
 */
final class Guard {
    static final String NAME = "mdm";
    private static final String CALL = "handtag.mdm.calls";

    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final Retry retry;
    private final ObservationRegistry observations;

    Guard(
            int maxConcurrent,
            CircuitBreakerRegistry breakers,
            BulkheadRegistry bulkheads,
            RetryRegistry retries,
            ObservationRegistry observations) {
        this.observations = observations;
        breaker = breakers.circuitBreaker(
                NAME,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(10)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(Duration.ofSeconds(10))
                        .permittedNumberOfCallsInHalfOpenState(3)
                        .maxWaitDurationInHalfOpenState(Duration.ofMinutes(1))
                        .build());
        bulkhead = bulkheads.bulkhead(
                NAME,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(maxConcurrent)
                        .maxWaitDuration(Duration.ofSeconds(2))
                        .build());
        retry = retries.retry(
                NAME,
                RetryConfig.custom()
                        .maxAttempts(3)
                        .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(100, 3))
                        .retryOnException(Guard::mayPass)
                        .build());
    }

    CircuitBreaker breaker() {
        return breaker;
    }

    /** Makes the call, and makes it again if it reads and its failure may pass. */
    @Nullable
    Object call(Attempt attempt, CheckedSupplier<@Nullable Object> once) throws Throwable {
        return attempt.writes() ? once.get() : retry.executeCheckedSupplier(once);
    }

    /** Leave for one try; whoever gets it must end it. */
    Permit enter(Attempt attempt) {
        if (!breaker.tryAcquirePermission()) {
            throw heldBack(attempt, "not sent, after many failures", Held.AFTER_FAILURES);
        }
        if (!bulkhead.tryAcquirePermission()) {
            breaker.releasePermission();
            throw heldBack(attempt, "not sent, too many calls at once", Held.TOO_MANY_AT_ONCE);
        }
        return new Permit(observe(attempt).start());
    }

    private Observation observe(Attempt attempt) {
        // A context of its own kind, so that traces show a call to somebody else; the MDM is told no trace's id.
        var context = new SenderContext<>((_, _, _) -> {}, Kind.CLIENT);
        context.setCarrier(attempt);
        context.setRemoteServiceName(NAME);
        return Observation.createNotStarted(CALL, () -> context, observations)
                .contextualName(attempt.operation() + " " + attempt.call())
                .lowCardinalityKeyValue("operation", attempt.operation());
    }

    private MdmException.Unavailable heldBack(Attempt attempt, String words, Held held) {
        observe(attempt).start().lowCardinalityKeyValue("outcome", "held-back").stop();
        return new MdmException.Unavailable(attempt, words, null, held, MdmException.Trace.notSent(null));
    }

    private static boolean mayPass(Throwable failure) {
        return failure instanceof MdmException.Unavailable unavailable
                && !unavailable.heldBack()
                && unavailable.retryAfter() == null
                && switch (unavailable.status()) {
                    case null -> true;
                    case 502, 503, 504 -> true;
                    default -> false;
                };
    }

    /** Whether the failure says that the MDM is ill, and not that it said no. */
    private static boolean isIllness(MdmException failure) {
        return switch (failure) {
            case MdmException.Unavailable unavailable -> unavailable.status() == null || unavailable.status() >= 500;
            case MdmException.TimedOut _, MdmException.Malformed _ -> true;
            case MdmException.Unauthorised _,
                    MdmException.NotFound _,
                    MdmException.Refused _,
                    MdmException.Ambiguous _,
                    MdmException.Invalid _ -> false;
        };
    }

    private static String outcome(@Nullable MdmException failure) {
        return switch (failure) {
            case null -> "done";
            case MdmException.Unavailable _ -> "unavailable";
            case MdmException.TimedOut _ -> "timed-out";
            case MdmException.Malformed _ -> "malformed";
            case MdmException.Unauthorised _ -> "unauthorised";
            case MdmException.NotFound _ -> "not-found";
            case MdmException.Refused _ -> "refused";
            case MdmException.Ambiguous _ -> "ambiguous";
            case MdmException.Invalid _ -> "invalid";
        };
    }

    /** One try under way. */
    final class Permit {
        private final long start = breaker.getCurrentTimestamp();
        private final Observation observation;

        private Permit(Observation observation) {
            this.observation = observation;
        }

        /** To be called once, also when the call turned out well. */
        void end(@Nullable MdmException failure) {
            bulkhead.onComplete();
            long took = breaker.getCurrentTimestamp() - start;
            if (failure instanceof MdmException.Invalid) {
                breaker.releasePermission();
            } else if (failure != null && isIllness(failure)) {
                breaker.onError(took, breaker.getTimestampUnit(), failure);
            } else {
                breaker.onSuccess(took, breaker.getTimestampUnit());
            }
            // Not the failure itself: what it is made of may hold the address and the body.
            observation.lowCardinalityKeyValue("outcome", outcome(failure)).stop();
        }
    }
}
