package se.handtag.devices;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import se.handtag.Gauged;

/** How old what is searched in is. */
@Component
class IndexMetrics implements Gauged {
    private final FleetIndex index;
    private final Clock clock;

    IndexMetrics(FleetIndex index, Clock clock) {
        this.index = index;
        this.clock = clock;
    }

    @Override
    public List<Value> now() {
        return index.age()
                .map(age -> List.of(
                        Value.of("handtag.index.entries", age.entries()),
                        Value.of(
                                "handtag.index.age.seconds",
                                Duration.between(age.readAt(), clock.instant()).toSeconds())))
                .orElse(List.of());
    }
}
