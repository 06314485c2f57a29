package se.handtag.ui.words;

import java.time.Duration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** Pages wait for as long as it takes on a busy machine, unless a test wants to see their outlines. */
@Primary
@TestComponent
public class SettablePatience implements Patience {
    private static final Duration LONG = Duration.ofSeconds(20);

    private volatile Duration length = LONG;

    /** Pages show their outline at once. */
    public void none() {
        length = Duration.ZERO;
    }

    /** As at first. */
    public void back() {
        length = LONG;
    }

    @Override
    public Duration length() {
        return length;
    }
}
