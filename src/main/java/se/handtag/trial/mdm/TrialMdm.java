package se.handtag.trial.mdm;

import java.net.URI;
import java.time.Clock;
import se.handtag.trial.mdm.wire.Answer;
import se.handtag.trial.mdm.wire.Door;

/** A running trial MDM server. */
public final class TrialMdm implements AutoCloseable {
    private final Door door;

    private TrialMdm(Door door) {
        this.door = door;
    }

    /** Starts on loopback; returns when it answers. */
    public static TrialMdm start(TrialMdmSettings settings) {
        return start(settings, Clock.systemUTC());
    }

    /** Starts with a time of one's own. */
    public static TrialMdm start(TrialMdmSettings settings, Clock clock) {
        return new TrialMdm(Door.open(settings.port(), exchange -> exchange.answer(Answer.nothing())));
    }

    /** The real port. */
    public int port() {
        return door.port();
    }

    /** Where the API is, such as {@code http://localhost:8081/api}. */
    public URI apiUrl() {
        return URI.create("http://localhost:" + port() + "/api");
    }

    @Override
    public void close() {
        door.close();
    }
}
