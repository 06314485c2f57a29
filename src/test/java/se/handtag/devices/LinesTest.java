package se.handtag.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import se.handtag.devices.Entry.Kind;
import se.handtag.devices.Lines.Line;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LinesTest {
    private static final Comparator<Line> AS_LISTED = Comparator.comparingInt(Line::place)
            .thenComparing(line -> bytes(line.title()), Arrays::compareUnsigned)
            .thenComparing(line -> bytes(line.id()), Arrays::compareUnsigned);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Lines of(Line... all) {
        var merging = Lines.NONE.merge(Set.of());
        Arrays.stream(all).sorted(AS_LISTED).forEach(merging::add);
        return merging.whole();
    }

    @Test
    void nothing_is_found_among_nothing() {
        assertThat(Lines.NONE.find(List.of("a"), null, 0, 50)).isEmpty();
        assertThat(Lines.NONE.find(List.of(), Kind.TAG, 0, 50)).isEmpty();
        assertThat(Lines.NONE.count(List.of(), null, 50)).isZero();
    }

    @Test
    void a_word_is_not_found_across_two_things_and_not_in_what_they_are_listed_by() {
        var lines = of(new Line(1, 0, "first", "1", " ab"), new Line(2, 0, "second", "2", " cd"));
        assertThat(lines.find(List.of("b c"), null, 0, 50)).isEmpty();
        assertThat(lines.find(List.of("bc"), null, 0, 50)).isEmpty();
        assertThat(lines.find(List.of("first"), null, 0, 50)).isEmpty();
        assertThat(lines.find(List.of("d"), null, 0, 50)).containsExactly(2L);
    }

    @Test
    void whatever_changes_the_same_is_found_as_by_looking_at_each() {
        var random = new Random(20_261_128);
        Map<Long, Line> held = new TreeMap<>();
        var lines = Lines.NONE;
        int some = 0;
        int rounds = 300;
        for (int round = 0; round < rounds; round++) {
            lines = change(random, held, lines);
            List<Line> listed = held.values().stream().sorted(AS_LISTED).toList();
            for (int search = 0; search < 20; search++) {
                List<String> words = IntStream.range(0, random.nextInt(4))
                        .mapToObj(_ -> (random.nextBoolean() ? " " : "") + word(random, 1 + random.nextInt(3)))
                        .toList();
                Kind kind = random.nextBoolean() ? null : Kind.values()[random.nextInt(5)];
                List<Long> expected = listed.stream()
                        .filter(line -> fits(line, words, kind))
                        .map(Line::n)
                        .toList();
                assertThat(lines.find(words, kind, 0, 1_000))
                        .as("%s %s", words, kind)
                        .isEqualTo(expected);
                assertThat(lines.find(words, kind, 3, 4))
                        .isEqualTo(expected.stream().skip(3).limit(4).toList());
                assertThat(lines.count(words, kind, 5)).isEqualTo(Math.min(5, expected.size()));
                some += expected.isEmpty() || expected.size() == listed.size() ? 0 : 1;
            }
        }
        assertThat(some).as("searches that find some and not all").isCloseTo(rounds * 20 / 2, within(rounds * 20 / 4));
    }

    private static boolean fits(Line line, List<String> words, @Nullable Kind kind) {
        return (kind == null || line.place() == kind.ordinal())
                && words.stream().allMatch(line.words()::contains);
    }

    private static Lines change(Random random, Map<Long, Line> held, Lines before) {
        Set<Long> leaving = new HashSet<>();
        for (long n : List.copyOf(held.keySet())) {
            if (random.nextInt(6) == 0) {
                held.remove(n);
                leaving.add(n);
            }
        }
        List<Line> coming = new ArrayList<>();
        for (int i = random.nextInt(20); i > 0; i--) {
            long n = 1 + random.nextInt(60);
            var words = IntStream.range(0, 1 + random.nextInt(4))
                    .mapToObj(_ -> " " + word(random, 1 + random.nextInt(5)))
                    .collect(Collectors.joining());
            var line = new Line(n, random.nextInt(5), word(random, random.nextInt(3)), "" + n, words);
            coming.removeIf(other -> other.n() == n);
            coming.add(line);
            held.put(n, line);
            leaving.add(n);
        }
        var merging = before.merge(leaving);
        coming.stream().sorted(AS_LISTED).forEach(merging::add);
        return merging.whole();
    }

    private static String word(Random random, int length) {
        return IntStream.range(0, length)
                .mapToObj(_ -> String.valueOf("ab\u00e5\u00ff\u20ac".charAt(random.nextInt(5))))
                .collect(Collectors.joining());
    }
}
