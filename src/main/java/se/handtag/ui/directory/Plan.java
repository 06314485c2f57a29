package se.handtag.ui.directory;

import java.util.List;

/**
 * What a file would change.
 *
 * @param items each change, in the file's order
 * @param same how many lines say what is so already
 * @param problems lines that make no sense; while there is any, nothing is changed
 */
record Plan(List<Batch.Item> items, int same, List<Problem> problems) {

    /**
     * What is wrong with a line.
     *
     * @param line as an editor counts, from 1
     * @param key of the words that say so
     * @param about the value that it is about; empty when there is none
     */
    record Problem(long line, String key, String about) {}

    /** A line makes no sense. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;
        private final String about;

        Wrong(String key, String about) {
            super(key);
            this.about = about;
        }

        Problem at(long line) {
            return new Problem(line, String.valueOf(getMessage()), about);
        }
    }
}
