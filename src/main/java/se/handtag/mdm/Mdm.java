package se.handtag.mdm;

import feign.Feign;
import feign.Request;
import feign.Retryer;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The client of one MDM: makes the interfaces of its areas, and holds what they share. */
final class Mdm implements AutoCloseable {
    private final Transport transport;
    private final Guard guard;
    private final ScheduledThreadPoolExecutor timer;
    private final Feign.Builder builder;
    private final String url;

    Mdm(
            MdmSettings settings,
            CircuitBreakerRegistry breakers,
            BulkheadRegistry bulkheads,
            RetryRegistry retries,
            ObservationRegistry observations) {
        transport = new Transport(settings);
        guard = new Guard(settings.maxConcurrent(), breakers, bulkheads, retries, observations);
        timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("mdm-deadlines").factory());
        timer.setRemoveOnCancelPolicy(true);
        Requests requests = new Requests();
        builder = Feign.builder()
                .client(transport)
                .encoder(requests)
                .queryMapEncoder(requests)
                .decoder(new Answers(settings.maxAnswer().toBytes()))
                .doNotCloseAfterDecode()
                .errorDecoder(new Refusals())
                .retryer(Retryer.NEVER_RETRY)
                .options(new Request.Options(
                        settings.connectTimeout().toMillis(),
                        TimeUnit.MILLISECONDS,
                        settings.readTimeout().toMillis(),
                        TimeUnit.MILLISECONDS,
                        false))
                .invocationHandlerFactory(new Calls(guard, settings, timer));
        url = settings.url().toString().replaceFirst("/+$", "");
    }

    /** With a breaker and limits of its own. */
    Mdm(MdmSettings settings) {
        this(
                settings,
                CircuitBreakerRegistry.ofDefaults(),
                BulkheadRegistry.ofDefaults(),
                RetryRegistry.ofDefaults(),
                ObservationRegistry.NOOP);
    }

    /** One of the areas, such as {@link Devices}. */
    <T> T area(Class<T> type) {
        return builder.target(type, url);
    }

    Guard guard() {
        return guard;
    }

    @Override
    public void close() throws IOException {
        timer.shutdownNow();
        transport.close();
    }
}
