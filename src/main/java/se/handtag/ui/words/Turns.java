package se.handtag.ui.words;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * A session's turns at reading: a few at once that somebody waits for, so that nobody's impatience takes the calls that others need,
 * and some more that go on although their page was left, so that those do not hold up the page one went to.
 */
final class Turns {
    private static final int WAITED_FOR = 2;
    private static final int LEFT = 4;

    private final Semaphore waitedFor = new Semaphore(WAITED_FOR, true);
    private final Set<Turn> held = new LinkedHashSet<>();
    private int left;

    Turn next() {
        return new Turn();
    }

    /** Those that nobody waits for give their turn to others, as far as there is room for them. */
    private void make() {
        for (Turn turn : held) {
            if (turn.given && !turn.besides && left < LEFT) {
                turn.besides = true;
                left++;
                waitedFor.release();
            }
        }
    }

    /** Of one reading. */
    final class Turn {
        private boolean given;
        private boolean besides;

        /** Waits until it is its turn. */
        void take() {
            waitedFor.acquireUninterruptibly();
            synchronized (Turns.this) {
                held.add(this);
                make();
            }
        }

        /** Nobody waits for it any more: others need not wait for its end, unless there are too many such. */
        void leave() {
            synchronized (Turns.this) {
                given = true;
                make();
            }
        }

        void end() {
            synchronized (Turns.this) {
                held.remove(this);
                if (besides) {
                    left--;
                    make();
                } else {
                    waitedFor.release();
                }
            }
        }
    }
}
