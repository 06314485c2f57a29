package se.handtag.mdm;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, from the first connection to the last byte: whether it may have left this machine, and
 * whether its time is over.
 */
final class Exchange {
    /** The exchange that the current thread carries out. */
    static final ScopedValue<Exchange> CURRENT = ScopedValue.newInstance();

    private final Attempt attempt;
    private final Guard.Permit permit;
    private final Future<?> deadline;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean mayHaveLeft;
    private volatile boolean timedOut;
    private volatile @Nullable ExecRuntime connection;

    /** Begins, and from now on may take as long as the limit. */
    Exchange(Attempt attempt, Guard.Permit permit, Duration limit, ScheduledExecutorService timer) {
        this.attempt = attempt;
        this.permit = permit;
        this.deadline = timer.schedule(this::expire, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    Attempt attempt() {
        return attempt;
    }

    /** False: not a byte of the request has been sent. */
    boolean mayHaveLeft() {
        return mayHaveLeft;
    }

    boolean timedOut() {
        return timedOut;
    }

    void uses(ExecRuntime runtime) {
        connection = runtime;
    }

    /** To be called when the connection stands and right before the request is written. */
    void leaves() throws IOException {
        if (timedOut) {
            throw new InterruptedIOException("time was over before sending");
        }
        mayHaveLeft = true;
    }

    private void expire() {
        timedOut = true;
        abort();
    }

    /** Cuts the connection, so that a thread that waits for it goes on, and nobody uses what is left in it. */
    void abort() {
        ExecRuntime runtime = connection;
        if (runtime != null) {
            runtime.discardEndpoint();
        }
    }

    /** The answer has been read, or nobody wants the rest, or it failed. Only the first end counts. */
    void end(@Nullable MdmException failure) {
        if (ended.compareAndSet(false, true)) {
            deadline.cancel(false);
            permit.end(failure);
        }
    }
}
