package se.handtag.ui.directory;

import java.util.List;
import java.util.Locale;
import java.util.Set;

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

    /** @throws Wrong when a line has more cells than there are columns: then none can be trusted to stand where it belongs */
    static void checkCells(Csv.Line line) throws Wrong {
        if (!line.beyond().isEmpty()) {
            throw new Wrong("directory.files.beyond", line.beyond());
        }
    }

    /** @throws Wrong when an earlier line was about the same: which of the two is meant, nobody knows */
    static void checkOnce(Set<String> seen, String about) throws Wrong {
        if (!seen.add(about.toLowerCase(Locale.ROOT))) {
            throw new Wrong("directory.files.twice", about);
        }
    }

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
