package se.handtag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The table of OWASP ASVS names nothing that is not there, and its figures are those of its rows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AsvsTableTest {
    private static final Path PAGE = Path.of("src/docs/security/asvs.md");
    private static final Path CODE = Path.of("src/main/java/se/handtag");
    private static final Path TESTS = Path.of("src/test/java/se/handtag");
    private static final List<String> ANSWERS = List.of("test", "place", "not applicable", "reason", "open");
    private static final Pattern NAMED = Pattern.compile("`([^`]+)`");

    /** How many requirements of each chapter are of level 1 or 2 in version 5.0.0. */
    private static final List<Integer> OF_CHAPTER =
            List.of(27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7);

    private List<String> lines = List.of();
    private List<Row> rows = List.of();

    record Row(String id, String what, String answer, String evidence) {
        static Row of(String line) {
            var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            assertThat(cells).as(line).hasSize(6);
            return new Row(cells.get(1), cells.get(2), cells.get(3), cells.get(4));
        }

        List<String> named() {
            return NAMED.matcher(evidence)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
        }
    }

    @BeforeAll
    void read() throws IOException {
        lines = Files.readAllLines(PAGE);
        rows = lines.stream()
                .filter(line -> line.startsWith("| V"))
                .map(Row::of)
                .toList();
    }

    @Test
    void every_requirement_of_levels_1_and_2_has_one_row() {
        assertThat(rows).hasSize(253).allSatisfy(row -> {
            assertThat(row.id()).matches("V(1?[1-9]|10)(\\.[1-9][0-9]?){2}");
            assertThat(row.what()).as(row.id()).isNotBlank();
            assertThat(row.evidence()).as(row.id()).isNotBlank();
        });
        assertThat(rows).extracting(Row::id).doesNotHaveDuplicates();
        for (int chapter = 1; chapter <= OF_CHAPTER.size(); chapter++) {
            String start = "V" + chapter + ".";
            assertThat(rows.stream().filter(row -> row.id().startsWith(start)))
                    .as(start)
                    .hasSize(OF_CHAPTER.get(chapter - 1));
        }
    }

    @Test
    void the_figures_at_the_head_are_those_of_the_rows() {
        Map<String, Long> counted = rows.stream().collect(Collectors.groupingBy(Row::answer, Collectors.counting()));
        assertThat(counted.keySet()).isSubsetOf(ANSWERS);
        for (String answer : ANSWERS) {
            assertThat(lines)
                    .anyMatch(line -> line.startsWith("| " + answer + " |")
                            && line.endsWith("| " + counted.getOrDefault(answer, 0L) + " |"));
        }
    }

    @Test
    void each_test_that_is_named_exists() {
        assertThat(of("test"))
                .allSatisfy(row -> assertThat(row.named())
                        .as(row.id())
                        .isNotEmpty()
                        .allSatisfy(name -> {
                            assertThat(name).matches("[A-Za-z.]+#[a-z_0-9]+");
                            String[] parts = name.split("#");
                            assertThat(source(TESTS, parts[0]))
                                    .as(name)
                                    .exists()
                                    .content()
                                    .contains("void " + parts[1] + "(");
                        }));
    }

    @Test
    void each_place_that_is_named_exists() {
        assertThat(of("place"))
                .allSatisfy(row -> assertThat(row.named())
                        .as(row.id())
                        .isNotEmpty()
                        .allSatisfy(name -> assertThat(Path.of(name).toFile().isFile()
                                        || source(CODE, name).toFile().isFile())
                                .as(name)
                                .isTrue()));
    }

    @Test
    void each_reason_stands_in_a_decision_or_a_page_that_exists() {
        assertThat(of("reason"))
                .allSatisfy(row -> assertThat(row.named())
                        .as(row.id())
                        .isNotEmpty()
                        .allSatisfy(name -> assertThat(Path.of(name))
                                .as(name)
                                .isRegularFile()
                                .matches(file -> file.startsWith("src/docs/decisions")
                                        || file.startsWith("src/docs/security"))));
    }

    private Stream<Row> of(String answer) {
        return rows.stream().filter(row -> row.answer().equals(answer));
    }

    private static Path source(Path root, String name) {
        return root.resolve(name.replace('.', '/') + ".java");
    }
}
