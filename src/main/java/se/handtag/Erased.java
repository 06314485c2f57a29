package se.handtag;

import org.jspecify.annotations.Nullable;

/**
 * What stands where a name or a text was erased. No space is in it, so that whoever takes the first word of a name takes all
 * of it; what people read is {@code kit.erased.name} and {@code kit.erased.text}.
 */
public final class Erased {
    /** Instead of a name or an address. */
    public static final String NAME = "⟨name-erased⟩";

    /** Instead of what somebody wrote. */
    public static final String TEXT = "⟨text-erased⟩";

    private Erased() {}

    /** Whether anything in it was erased. */
    public static boolean isIn(@Nullable String text) {
        return text != null && (text.contains(NAME) || text.contains(TEXT));
    }

    /** The same for people to read. */
    public static String read(String text, String name, String words) {
        return isIn(text) ? text.replace(NAME, name).replace(TEXT, words) : text;
    }
}
