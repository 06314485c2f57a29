package se.handtag.notifications;

import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** How mail goes, from what happened to it lately. */
@Component
public class MailState {
    private final Outbox outbox;
    private final Clock clock;

    MailState(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What happened.
     *
     * @param failing how many were tried in vain and are tried again
     * @param givenUp how many of the last day will never be sent
     * @param problem the kind of the failure seen last and the codes of the mail server's answer, without its words; empty
     *     when nothing failed
     */
    public record Lately(int failing, int givenUp, String problem) {}

    /** Asks the outbox, not the mail server. */
    public Lately lately() {
        var state = outbox.state(clock.instant());
        return new Lately(state.failing(), state.givenUp(), Objects.requireNonNullElse(state.problem(), ""));
    }
}
