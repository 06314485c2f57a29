package se.handtag.notifications;

import java.util.List;
import org.springframework.stereotype.Component;
import se.handtag.Gauged;

/** Mail that waits. */
@Component
class MailMetrics implements Gauged {
    private final Outbox outbox;

    MailMetrics(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public List<Value> now() {
        var state = outbox.state();
        return List.of(
                Value.of("handtag.mail.waiting", state.waiting()), Value.of("handtag.mail.failing", state.failing()));
    }
}
