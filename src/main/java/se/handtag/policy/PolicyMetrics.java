package se.handtag.policy;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** What the rules said to what people asked for. */
@Component
class PolicyMetrics {
    private final MeterRegistry meters;

    PolicyMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (ActionKind action : ActionKind.values()) {
            count(action, "denied", 0);
        }
    }

    /** A decision was put on record; published inside that transaction. */
    record DecisionKept(ActionKind action, String outcome) {}

    @TransactionalEventListener
    void on(DecisionKept kept) {
        count(kept.action(), kept.outcome(), 1);
    }

    private void count(ActionKind action, String outcome, int times) {
        meters.counter("handtag.decisions", "action", action.key(), "outcome", outcome.replace(' ', '-'))
                .increment(times);
    }
}
