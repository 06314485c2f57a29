package se.handtag.ui.words;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One opening of a page: one look, on record before anything is seen, however often the page is then read anew. Each opening
 * is its own, so that a slow reading of what was left says nothing of what was opened after it.
 *
 * @param <I> what is opened, by its id
 */
public final class Opening<I> {
    private final I id;
    private boolean onRecord;
    private boolean refusedOnRecord;

    public Opening(I id) {
        this.id = id;
    }

    /** @param look puts it on record; what fails is done again before anything is seen */
    public <T> Optional<T> find(Function<I, Optional<T>> read, Consumer<T> look) {
        return find(read, look, _ -> {});
    }

    /** @param refused puts on record that nothing was found */
    public <T> Optional<T> find(Function<I, Optional<T>> read, Consumer<T> look, Consumer<I> refused) {
        Optional<T> found = read.apply(id);
        if (found.isPresent()) {
            once(look, found.get());
        } else {
            refused(refused);
        }
        return found;
    }

    private synchronized void refused(Consumer<I> refused) {
        if (!refusedOnRecord) {
            refused.accept(id);
            refusedOnRecord = true;
        }
    }

    private synchronized <T> void once(Consumer<T> look, T seen) {
        if (!onRecord) {
            look.accept(seen);
            onRecord = true;
        }
    }
}
