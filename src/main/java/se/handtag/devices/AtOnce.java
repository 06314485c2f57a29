package se.handtag.devices;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.handtag.Traced;

/** Asks the MDM several things at once that do not depend on each other. */
final class AtOnce<T, R> {
    /** Of one caller: others need the MDM, too, and it takes only so many calls. */
    private static final int MOST = 3;

    private final Function<T, R> ask;
    private final Semaphore turns = new Semaphore(MOST);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    private AtOnce(Function<T, R> ask) {
        this.ask = ask;
    }

    /** What {@code ask} answers for each, in their order. What has failed once is not asked for the rest. */
    static <T, R> List<R> each(List<T> all, Function<T, R> ask) {
        return all.size() < 2 ? all.stream().map(ask).toList() : new AtOnce<>(ask).each(all);
    }

    private List<R> each(List<T> all) {
        List<CompletableFuture<R>> asked = all.stream()
                .map(one -> CompletableFuture.supplyAsync(
                        () -> inTurn(one),
                        work -> Thread.ofVirtual().name("asking").start(Traced.work(work))))
                .toList();
        try {
            return asked.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException | CancellationException failed) {
            RuntimeException first = failure.get();
            throw first == null ? failed : first;
        }
    }

    private R inTurn(T one) {
        turns.acquireUninterruptibly();
        try {
            if (failure.get() != null) {
                throw new CancellationException();
            }
            return ask.apply(one);
        } catch (RuntimeException failed) {
            failure.compareAndSet(null, failed);
            throw failed;
        } finally {
            turns.release();
        }
    }
}
