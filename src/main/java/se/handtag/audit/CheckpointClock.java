package se.handtag.audit;

import java.io.UncheckedIOException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import se.handtag.StartRefused;

/** Compares the log with its last checkpoint before anybody is served; then has checkpoints made, by time and by number. */
@Component
class CheckpointClock implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointClock.class);

    private static final int LOOK = 5;

    private final Checkpoints checkpoints;
    private final Sequencer sequencer;
    private final AuditSettings.Checkpoints settings;
    private final AtomicInteger since = new AtomicInteger();
    private volatile ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean running;

    CheckpointClock(Checkpoints checkpoints, Sequencer sequencer, AuditSettings settings) {
        this.checkpoints = checkpoints;
        this.sequencer = sequencer;
        this.settings = settings.checkpoints();
    }

    /**
     * @throws StartRefused when the log is not the one that its last checkpoint was made of
     */
    @Override
    public void start() {
        requireSameLog();
        timer = Executors.newSingleThreadScheduledExecutor(
                task -> Thread.ofPlatform().name("audit-checkpoints").daemon().unstarted(task));
        running = true;
        long pause = settings.interval().toMillis();
        timer.scheduleWithFixedDelay(this::make, 0, pause, TimeUnit.MILLISECONDS);
        if (!checkpoints.isCompared()) {
            // What waits goes out soon after a place answers, however seldom checkpoints are made.
            timer.scheduleWithFixedDelay(this::compare, LOOK, LOOK, TimeUnit.SECONDS);
        }
        sequencer.afterGroup(this::placed);
    }

    private void compare() {
        if (!checkpoints.isCompared()) {
            make();
        }
    }

    private void requireSameLog() {
        try {
            if (checkpoints.compare() instanceof Checkpoints.Compared.Differs differs) {
                throw new StartRefused("audit." + differs.fault(), differs.place(), String.valueOf(differs.size()));
            }
        } catch (UncheckedIOException away) {
            LOG.warn(
                    checkpoints.isCompared()
                            ? "A place of checkpoints does not answer; the log is compared with it when it does"
                            : "No place of checkpoints answers; until one does, nothing is sent to the MDM",
                    away);
        } catch (LogKeys.Damaged damaged) {
            throw new StartRefused("audit.BAD_KEY", String.valueOf(damaged.getMessage()));
        }
        if (checkpoints.isSignedByOthers()) {
            throw new StartRefused("audit.OTHER_KEYS");
        }
    }

    private void placed(int entries) {
        checkpoints.placed(entries);
        if (since.addAndGet(entries) >= settings.every() && since.getAndSet(0) > 0) {
            try {
                timer.execute(this::make);
            } catch (RejectedExecutionException stopped) {
                // the next start makes one
            }
        }
    }

    private void make() {
        since.set(0);
        checkpoints.make();
        sequencer.wake();
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** When the writer has completed what was cut off. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 2_000;
    }
}
