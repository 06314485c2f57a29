package se.handtag.audit;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * The one who writes the tree on this node: as soon as something is pending it places all there is, then looks again. While
 * one group is on its way to the disk the next one gathers, so that the log costs about one commit however many write.
 */
@Component
class Sequencer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

    private final GroupCommit groups;
    private volatile IntConsumer placedSome = _ -> {};
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wanted = lock.newCondition();
    // Guarded by the lock, all four.
    private boolean work = true;
    private boolean running;
    private boolean failing;
    private CompletableFuture<Set<EntryId>> gathering = new CompletableFuture<>();
    private @Nullable Thread thread;

    Sequencer(GroupCommit groups) {
        this.groups = groups;
    }

    /** Tells after each group how many entries it placed; on the writer's thread, so that it must not take long. */
    void afterGroup(IntConsumer listener) {
        placedSome = listener;
    }

    /** Something was committed that has no place yet. */
    void wake() {
        next();
    }

    private CompletableFuture<Set<EntryId>> next() {
        lock.lock();
        try {
            work = true;
            wanted.signal();
            return gathering;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until everything that was committed before this call is placed and on disk.
     *
     * @return those of it that this node placed in the last group; another node may have placed others
     * @throws DataAccessException when that fails, or takes too long: nothing may be done then that needs it
     */
    Set<EntryId> catchUp() {
        try {
            Set<EntryId> placed = next().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            // A full group may have left some of it behind.
            return placed.size() < GroupCommit.MOST ? placed : catchUp();
        } catch (ExecutionException e) {
            throw new DataAccessResourceFailureException("The log could not be written", e.getCause());
        } catch (TimeoutException e) {
            throw new DataAccessResourceFailureException("The log is not written in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataAccessResourceFailureException("Stopped while waiting for the log", e);
        }
    }

    private void write() {
        CompletableFuture<Set<EntryId>> group;
        while ((group = begin()) != null) {
            try {
                Set<EntryId> placed = groups.run();
                group.complete(placed);
                ended(placed.size() == GroupCommit.MOST, null);
                placedSome.accept(placed.size());
            } catch (SQLException | RuntimeException e) {
                group.completeExceptionally(e);
                ended(true, e);
            }
        }
    }

    /** Waits for work; null when there will be none any more. */
    private @Nullable CompletableFuture<Set<EntryId>> begin() {
        lock.lock();
        try {
            if (failing) {
                // Not woken by more work: that would fail as well.
                long left = AFTER_FAILURE.toNanos();
                while (running && left > 0) {
                    left = wanted.awaitNanos(left);
                }
            }
            while (!work && running) {
                wanted.await();
            }
            if (!work) {
                return null;
            }
            work = false;
            var group = gathering;
            gathering = new CompletableFuture<>();
            return group;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            lock.unlock();
        }
    }

    private void ended(boolean more, @Nullable Exception failure) {
        lock.lock();
        try {
            work |= more && running;
            if (failure != null && !failing) {
                LOG.warn("The log could not be written; it is tried again", failure);
            }
            failing = failure != null;
        } finally {
            lock.unlock();
        }
    }

    /** Places what an earlier run left behind, before anybody is served. */
    @Override
    public void start() {
        lock.lock();
        try {
            running = true;
            work = true;
            thread = Thread.ofPlatform().name("audit-writer").daemon().start(this::write);
        } finally {
            lock.unlock();
        }
        catchUp();
    }

    @Override
    public void stop() {
        Thread writer;
        lock.lock();
        try {
            running = false;
            wanted.signal();
            writer = thread;
        } finally {
            lock.unlock();
        }
        try {
            if (writer != null) {
                writer.join(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        lock.lock();
        try {
            return running;
        } finally {
            lock.unlock();
        }
    }

    /** Before anybody is served, and after everybody has been. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1_000;
    }
}
