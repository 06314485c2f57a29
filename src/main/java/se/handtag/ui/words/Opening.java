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

    public Opening(I id) {
        this.id = id;
    }

    /** @param look puts it on record; what fails is done again before anything is seen */
    public <T> Optional<T> find(Function<I, Optional<T>> read, Consumer<T> look) {
        Optional<T> found = read.apply(id);
        found.ifPresent(seen -> once(look, seen));
        return found;
    }

    private synchronized <T> void once(Consumer<T> look, T seen) {
        if (!onRecord) {
            look.accept(seen);
            onRecord = true;
        }
    }
}
