package se.handtag.requests;

import java.time.Duration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;
import se.handtag.identity.Person;

/** Decisions that count at once and people who have just proved who they are, unless a test wants it otherwise. */
@Primary
@TestComponent
public class SettableWaits implements UndoTime, SignInProof {
    private volatile Duration undo = Duration.ZERO;
    private volatile boolean signedInFreshly = true;

    /** Decisions can be undone for so long. */
    public void undoFor(Duration time) {
        undo = time;
    }

    /** Whether everybody has just proved who they are. */
    public void everybodyProves(boolean proves) {
        signedInFreshly = proves;
    }

    /** As at first. */
    public void back() {
        undo = Duration.ZERO;
        signedInFreshly = true;
    }

    @Override
    public Duration length() {
        return undo;
    }

    @Override
    public boolean spend(Person person, String action) {
        return signedInFreshly;
    }
}
