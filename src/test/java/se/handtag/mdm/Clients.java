package se.handtag.mdm;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Clients for tests: with little patience, and where a test says so without breaker and second tries. */
final class Clients {

    private Clients() {}

    static MdmSettings settings(URI url) {
        return settings(url, 20, null, null, null);
    }

    private static MdmSettings settings(URI url, Duration read, Duration whole) {
        return new MdmSettings(
                url,
                "handtag",
                "handtag",
                Duration.ofSeconds(2),
                read,
                whole,
                Duration.ofSeconds(60),
                DataSize.ofKilobytes(64),
                20,
                null,
                null,
                null);
    }

    static MdmSettings settings(
            URI url, int maxConcurrent, @Nullable Path authority, @Nullable String pin, @Nullable URI proxy) {
        return new MdmSettings(
                url,
                "handtag",
                "handtag",
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                DataSize.ofKilobytes(64),
                maxConcurrent,
                authority,
                pin,
                proxy);
    }

    /** As in production. */
    static Mdm guarded(URI url) {
        return new Mdm(settings(url));
    }

    /**
     * Without breaker, and as patient with a fault as it takes to be sure which of the limits ended it: a machine that is
     * busy with other tests must not end another one first.
     */
    static Mdm meeting(Fault.Ends ends, URI url) {
        Mdm mdm = new Mdm(
                switch (ends) {
                    case BY_ITSELF -> settings(url, Duration.ofSeconds(20), Duration.ofSeconds(20));
                    case BY_SILENCE -> settings(url, Duration.ofSeconds(1), Duration.ofSeconds(20));
                    case BY_TAKING_TOO_LONG -> settings(url, Duration.ofSeconds(20), Duration.ofSeconds(3));
                });
        mdm.guard().breaker().transitionToDisabledState();
        return mdm;
    }

    /** With neither breaker nor second tries, and without waiting for a free place. */
    static Mdm bare(MdmSettings settings) {
        RetryRegistry once = RetryRegistry.ofDefaults();
        once.retry(Guard.NAME, RetryConfig.custom().maxAttempts(1).build());
        BulkheadRegistry impatient = BulkheadRegistry.ofDefaults();
        impatient.bulkhead(
                Guard.NAME,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(settings.maxConcurrent())
                        .maxWaitDuration(Duration.ZERO)
                        .build());
        Mdm mdm = new Mdm(settings, CircuitBreakerRegistry.ofDefaults(), impatient, once, ObservationRegistry.NOOP);
        mdm.guard().breaker().transitionToDisabledState();
        return mdm;
    }

    static Mdm bare(URI url) {
        return bare(settings(url));
    }
}
