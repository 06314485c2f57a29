package se.handtag.ui.directory;

import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Many changes under way, or done, with what came of each so far. It goes on whether or not anybody looks. */
final class BatchRun {
    private final List<Line> lines;
    private final List<IntConsumer> watching = new CopyOnWriteArrayList<>();
    private volatile int done;

    BatchRun(List<? extends Batch.Item> items) {
        lines = items.stream().map(Line::new).toList();
    }

    /** One of the changes; its result is written by the working thread and read by the screen's. */
    static final class Line {
        private final Batch.Item item;
        private volatile Batch.@Nullable Result result;

        private Line(Batch.Item item) {
            this.item = item;
        }

        Batch.Item item() {
            return item;
        }

        /** Null while it has not been asked for. */
        Batch.@Nullable Result result() {
            return result;
        }
    }

    List<Line> lines() {
        return lines;
    }

    List<Batch.Item> items() {
        return lines.stream().map(Line::item).toList();
    }

    int done() {
        return done;
    }

    boolean isOver() {
        return done == lines.size();
    }

    /** Of the next in turn; called by the working thread alone. */
    void add(Batch.Result result) {
        int count = done + 1;
        lines.get(count - 1).result = result;
        done = count;
        watching.forEach(each -> each.accept(count));
    }

    /** Tells how many are done, on the working thread, until the answer is run. */
    Runnable watch(IntConsumer told) {
        watching.add(told);
        return () -> watching.remove(told);
    }

    /** Kept for whoever goes to another page and comes back, as long as they are signed in. */
    void keep(VaadinSession session) {
        session.setAttribute(BatchRun.class, this);
    }

    /** The last one that was begun. */
    static Optional<BatchRun> last(VaadinSession session) {
        return Optional.ofNullable(session.getAttribute(BatchRun.class));
    }
}
