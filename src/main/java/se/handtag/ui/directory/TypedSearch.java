package se.handtag.ui.directory;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What somebody looks for in a field that offers names while they type: each text is on record before the names that fit it are
 * shown, once for as long as the list is open.
 */
final class TypedSearch {
    private final Consumer<String> record;
    private final Set<String> recorded = new HashSet<>();

    /** @param record told of each search, with empty text when all are looked through without a word */
    TypedSearch(Consumer<String> record) {
        this.record = record;
    }

    /** Names that fit this are about to be offered. */
    void offering(String text) {
        String said = text.strip();
        String sought = said.toLowerCase(Locale.ROOT);
        if (!recorded.contains(sought)) {
            record.accept(said);
            recorded.add(sought);
        }
    }

    /** They have chosen, or look no more; whatever is offered next is another search. */
    void over() {
        recorded.clear();
    }
}
