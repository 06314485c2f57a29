package se.handtag.devices;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The words of everything that can be found, a line each, in the order in which it is listed, in one text: a search reads
 * memory from one end to the other, which takes a few milliseconds for a hundred thousand. It does not change; {@link #merge}
 * makes another.
 */
final class Lines {
    static final Lines NONE = new Lines("", new int[0], "", new int[0], new long[0]);

    /** In no word, so that no word is found across two lines. */
    private static final char END = '\n';

    /** UTF-8, each byte a character: half as large as it would be otherwise, and what the JVM looks through fastest. */
    private final String text;
    /** Where each line ends, its {@link #END} included. */
    private final int[] ends;
    /** What each is listed by, one after the other, in the same form. */
    private final String keys;

    private final int[] keyEnds;
    private final long[] numbers;
    /** The first line of each kind, and the end of the last. */
    private final int[] kinds;

    private Lines(String text, int[] ends, String keys, int[] keyEnds, long[] numbers) {
        this.text = text;
        this.ends = ends;
        this.keys = keys;
        this.keyEnds = keyEnds;
        this.numbers = numbers;
        kinds = IntStream.rangeClosed(0, Entry.Kind.values().length)
                .map(this::firstAtOrAfter)
                .toArray();
    }

    /**
     * One thing.
     *
     * @param n the number of its row
     * @param words as {@link IndexRows} writes them
     */
    record Line(long n, int place, String title, String id, String words) {
        private String key() {
            return (char) place + bytes(title) + '\0' + bytes(id);
        }
    }

    /**
     * What has all these words, in order.
     *
     * @param words in lower case; one that begins with a space is the beginning of a word
     * @param kind only such things; null for all
     * @return the numbers of rows
     */
    List<Long> find(List<String> words, Entry.@Nullable Kind kind, int offset, int limit) {
        return Arrays.stream(hits(words, kind, offset + limit))
                .skip(offset)
                .mapToObj(line -> numbers[line])
                .toList();
    }

    /** How many have all these words, counted no further than {@code most}. */
    int count(List<String> words, Entry.@Nullable Kind kind, int most) {
        return hits(words, kind, most).length;
    }

    /** The first lines that fit: looked for is the longest word, which stands in the fewest, and the others only where it is. */
    private int[] hits(List<String> words, Entry.@Nullable Kind kind, int most) {
        List<String> wanted = words.stream()
                .map(Lines::bytes)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        int line = kind == null ? 0 : kinds[kind.ordinal()];
        int last = kind == null ? ends.length : kinds[kind.ordinal() + 1];
        int[] hits = new int[Math.min(most, last - line)];
        int found = 0;
        while (found < hits.length && line < last) {
            if (!wanted.isEmpty()) {
                int at = text.indexOf(wanted.getFirst(), begin(ends, line), ends[last - 1]);
                if (at < 0) {
                    break;
                }
                line = lineOf(at, line, last);
            }
            if (fits(line, wanted)) {
                hits[found++] = line;
            }
            line++;
        }
        return Arrays.copyOf(hits, found);
    }

    private boolean fits(int line, List<String> wanted) {
        for (int i = 1; i < wanted.size(); i++) {
            if (text.indexOf(wanted.get(i), begin(ends, line), ends[line]) < 0) {
                return false;
            }
        }
        return true;
    }

    private int lineOf(int at, int from, int to) {
        int line = Arrays.binarySearch(ends, from, to, at + 1);
        return line < 0 ? -line - 1 : line;
    }

    private int firstAtOrAfter(int place) {
        int low = 0;
        int high = ends.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keys.charAt(begin(keyEnds, middle)) < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int begin(int[] ends, int line) {
        return line == 0 ? 0 : ends[line - 1];
    }

    /** UTF-8, each byte a character. */
    private static String bytes(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    /**
     * Other lines instead of some of these.
     *
     * @param leaving numbers of rows that are gone, or come anew
     */
    Merging merge(Set<Long> leaving) {
        return new Merging(this, leaving);
    }

    /** Puts lines, which come in their order, among those that stay. */
    static final class Merging {
        private final Lines old;
        private final Set<Long> leaving;
        private final StringBuilder text;
        private final StringBuilder keys;
        private int[] ends;
        private int[] keyEnds;
        private long[] numbers;
        private int size;
        /** The next of the old lines. */
        private int next;

        private Merging(Lines old, Set<Long> leaving) {
            this.old = old;
            this.leaving = leaving;
            text = new StringBuilder(old.text.length());
            keys = new StringBuilder(old.keys.length());
            int room = old.ends.length + 100;
            ends = new int[room];
            keyEnds = new int[room];
            numbers = new long[room];
        }

        void add(Line line) {
            String key = line.key();
            while (next < old.ends.length
                    && old.keys
                                    .substring(begin(old.keyEnds, next), old.keyEnds[next])
                                    .compareTo(key)
                            < 0) {
                stay();
            }
            text.append(bytes(line.words())).append(END);
            keys.append(key);
            added(line.n());
        }

        private void stay() {
            long number = old.numbers[next];
            if (!leaving.contains(number)) {
                text.append(old.text, begin(old.ends, next), old.ends[next]);
                keys.append(old.keys, begin(old.keyEnds, next), old.keyEnds[next]);
                added(number);
            }
            next++;
        }

        private void added(long number) {
            if (size == ends.length) {
                ends = Arrays.copyOf(ends, 2 * size);
                keyEnds = Arrays.copyOf(keyEnds, 2 * size);
                numbers = Arrays.copyOf(numbers, 2 * size);
            }
            ends[size] = text.length();
            keyEnds[size] = keys.length();
            numbers[size] = number;
            size++;
        }

        Lines whole() {
            while (next < old.ends.length) {
                stay();
            }
            return new Lines(
                    text.toString(),
                    Arrays.copyOf(ends, size),
                    keys.toString(),
                    Arrays.copyOf(keyEnds, size),
                    Arrays.copyOf(numbers, size));
        }
    }
}
