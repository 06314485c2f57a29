package se.handtag.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.handtag.Gauged;

/** How far somebody outside could vouch for the log. */
@Component
class CheckpointMetrics implements Gauged {
    private final Checkpoints checkpoints;
    private final Clock clock;

    CheckpointMetrics(Checkpoints checkpoints, Clock clock) {
        this.checkpoints = checkpoints;
        this.clock = clock;
    }

    @Override
    public List<Value> now() {
        CheckpointStatus status = checkpoints.status();
        List<Value> values = new ArrayList<>(List.of(
                Value.of("handtag.log.records", status.covered() + status.uncovered()),
                Value.of("handtag.log.uncovered", status.uncovered()),
                Value.of("handtag.checkpoint.failing", status.failing() ? 1 : 0)));
        Instant made = status.at();
        if (made != null) {
            values.add(Value.of(
                    "handtag.checkpoint.age.seconds",
                    Duration.between(made, clock.instant()).toSeconds()));
        }
        return values;
    }
}
