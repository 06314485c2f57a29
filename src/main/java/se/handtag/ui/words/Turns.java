package se.handtag.ui.words;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * A session's turns at reading: a few at once that somebody waits for, so that nobody's impatience takes the calls that others need,
 * and some more that go on although their page was left, so that those do not hold up the page one went to.
 */
final class Turns {
    private static final int WAITED_FOR = 2;
    private static final int LEFT = 4;

    private final Semaphore waitedFor = new Semaphore(WAITED_FOR, true);
    private final Semaphore left = new Semaphore(LEFT);

    Turn next() {
        return new Turn();
    }

    /** Of one reading. */
    final class Turn {
        private @Nullable Semaphore taken;
        private boolean given;

        /** Waits until it is its turn. */
        void take() {
            waitedFor.acquireUninterruptibly();
            synchronized (this) {
                taken = waitedFor;
                giveIfLeft();
            }
        }

        /** Nobody waits for it any more: others need not wait for its end, unless there are too many such. */
        synchronized void leave() {
            given = true;
            giveIfLeft();
        }

        synchronized void end() {
            if (taken != null) {
                taken.release();
                taken = null;
            }
        }

        private void giveIfLeft() {
            if (given && taken == waitedFor && left.tryAcquire()) {
                waitedFor.release();
                taken = left;
            }
        }
    }
}
