package se.handtag;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Publishes what the rooms have {@link Gauged}; what cannot be read is not there, rather than old. */
@Component
class Gauges {
    private static final Logger LOG = LoggerFactory.getLogger(Gauges.class);
    private static final Duration EVERY = Duration.ofSeconds(15);

    private final List<Gauged> rooms;
    private final MeterRegistry meters;
    private final Map<String, MultiGauge> gauges = new HashMap<>();
    private final ScheduledExecutorService reader = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("gauges").factory());

    Gauges(List<Gauged> rooms, MeterRegistry meters) {
        this.rooms = rooms;
        this.meters = meters;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        reader.scheduleWithFixedDelay(this::read, 0, EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        reader.shutdownNow();
    }

    private void read() {
        try {
            publish(rooms.stream().flatMap(Gauges::of).toList());
        } catch (RuntimeException failed) {
            LOG.warn("The numbers could not be told", failed);
        }
    }

    /** A room that cannot be read takes the numbers of no other with it. */
    private static Stream<Gauged.Value> of(Gauged room) {
        try {
            return room.now().stream();
        } catch (RuntimeException unreadable) {
            LOG.debug("The numbers of {} could not be read", room.getClass().getSimpleName(), unreadable);
            return Stream.empty();
        }
    }

    private void publish(List<Gauged.Value> values) {
        Map<String, List<MultiGauge.Row<?>>> rows = values.stream()
                .collect(Collectors.groupingBy(
                        Gauged.Value::name,
                        Collectors.mapping(
                                value -> MultiGauge.Row.of(value.tags(), value.number()), Collectors.toList())));
        rows.keySet()
                .forEach(name -> gauges.computeIfAbsent(
                        name, _ -> MultiGauge.builder(name).register(meters)));
        gauges.forEach((name, gauge) -> gauge.register(rows.getOrDefault(name, List.of()), true));
    }
}
