package se.handtag;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long what people write may be, in characters. Fields let nobody write more; services refuse it whatever a browser lets
 * through. Written down for people in {@code src/docs/security/input.md}.
 */
public enum Longest {
    /** Why somebody asks, decides, stops or settles. */
    REASON(500),
    /** What is shown on a device's screen. */
    MESSAGE(200),
    /** What a person, group, tag, app or address is called, and anything else of one line. */
    NAME(200),
    /** What a link or a configuration is called. */
    LABEL(80),
    /** What something that is offered is good for. */
    TEXT(500),
    /** What an app or a tag is, as the MDM keeps it. */
    DESCRIPTION(2_000),
    /** Words to search by. */
    SEARCH(200),
    /** The rules, or the tests of them. */
    RULES(200_000);

    private final int characters;

    Longest(int characters) {
        this.characters = characters;
    }

    /** The longest that is taken. */
    public int characters() {
        return characters;
    }

    /**
     * Refuses what is longer.
     *
     * @throws TooLong when one of them is; null counts as nothing
     */
    public void demand(@Nullable String... texts) {
        if (Stream.of(texts).anyMatch(text -> text != null && text.length() > characters)) {
            throw new TooLong(characters);
        }
    }

    /** The same text, or its beginning. */
    public String cut(String text) {
        return text.length() > characters ? text.substring(0, characters) : text;
    }

    /** Somebody wrote more than is taken. Nothing was done, and what they wrote is still with them. */
    public static final class TooLong extends RuntimeException {
        private final int most;

        TooLong(int most) {
            super("More than " + most + " characters");
            this.most = most;
        }

        /** How many characters are taken. */
        public int most() {
            return most;
        }
    }
}
