package se.handtag.audit;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** What the log does by itself from time to time. */
@Component
class Chores implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Chores.class);

    private final AnonymousRefusals refusals;
    private final Erasure erasure;
    // Guarded by this.
    private @Nullable ScheduledExecutorService timer;

    Chores(AnonymousRefusals refusals, Erasure erasure) {
        this.refusals = refusals;
        this.erasure = erasure;
    }

    @Override
    public synchronized void start() {
        timer = Executors.newSingleThreadScheduledExecutor(
                task -> Thread.ofPlatform().name("audit-chores").daemon().unstarted(task));
        timer.scheduleWithFixedDelay(() -> tried(refusals::record), 1, 1, TimeUnit.MINUTES);
        timer.scheduleWithFixedDelay(() -> tried(erasure::eraseByAge), 5, 60, TimeUnit.MINUTES);
    }

    /** A timer drops what fails once. */
    private static void tried(Runnable chore) {
        try {
            chore.run();
        } catch (RuntimeException failed) {
            LOG.warn("Not done this time; it is tried again", failed);
        }
    }

    @Override
    public void stop() {
        synchronized (this) {
            if (timer != null) {
                timer.shutdown();
                timer = null;
            }
        }
        tried(refusals::record);
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    /** While the log can still be written. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 3_000;
    }
}
