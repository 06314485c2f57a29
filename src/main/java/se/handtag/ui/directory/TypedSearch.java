package se.handtag.ui.directory;

import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in a field that offers names while they type. As long as each text goes on from the one before, or
 * goes back in it, they are one search: for the longest of them. Another word begins another search.
 */
final class TypedSearch {
    private final Consumer<String> settled;
    private @Nullable String longest;

    /** @param settled given each search once, empty when all were looked through without a word */
    TypedSearch(Consumer<String> settled) {
        this.settled = settled;
    }

    /** Names that fit this were offered. */
    void offered(String text) {
        String said = text.strip();
        if (longest != null && !isOneRun(longest, said)) {
            settle();
        }
        if (longest == null || said.length() > longest.length()) {
            longest = said;
        }
    }

    /** They have chosen, or look no more. */
    void settle() {
        String text = longest;
        if (text != null) {
            longest = null;
            settled.accept(text);
        }
    }

    private static boolean isOneRun(String one, String other) {
        String before = one.toLowerCase(Locale.ROOT);
        String after = other.toLowerCase(Locale.ROOT);
        return before.startsWith(after) || after.startsWith(before);
    }
}
