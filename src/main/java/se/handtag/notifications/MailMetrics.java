package se.handtag.notifications;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import se.handtag.Gauged;

/** Mail that waits, and mail that will never be sent. */
@Component
class MailMetrics implements Gauged {
    private final Outbox outbox;
    private final Clock clock;

    MailMetrics(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public List<Value> now() {
        var state = outbox.state(clock.instant());
        return List.of(
                Value.of("handtag.mail.waiting", state.waiting()),
                Value.of("handtag.mail.failing", state.failing()),
                Value.of("handtag.mail.given.up", state.givenUp()));
    }
}
