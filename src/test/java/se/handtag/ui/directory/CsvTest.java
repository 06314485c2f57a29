package se.handtag.ui.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CsvTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+4670",
                "-1",
                "@x",
                "'=1",
                "''+2",
                "\t=x",
                "plain",
                "O'Neil",
                "'quoted'",
                "å;ä,\"ö\"\nnew"
            })
    void what_is_written_is_read_back_and_no_cell_begins_a_formula(String cell) throws Exception {
        String text = written(cell);
        assertThat(text.lines().skip(1).findFirst().orElse("")).doesNotMatch("^\"?[=+\\-@\\t].*");
        assertThat(Csv.read(text, List.of("a")).getFirst().get("a")).isEqualTo(cell.strip());
    }

    @Test
    void any_text_is_read_back() throws Exception {
        var random = new Random(20261123);
        var signs = "=+-@'\" ,;abc\r\n\tåx1";
        for (int i = 0; i < 2_000; i++) {
            var cell = new StringBuilder("x");
            for (int n = random.nextInt(12); n > 0; n--) {
                cell.insert(0, signs.charAt(random.nextInt(signs.length())));
            }
            assertThat(Csv.read(written(cell.toString()), List.of("a"))
                            .getFirst()
                            .get("a"))
                    .isEqualTo(cell.toString().strip());
        }
    }

    @Test
    void a_line_is_counted_as_an_editor_counts() throws Exception {
        var lines = Csv.read("a,b\r\n1,\"two\r\nlines\"\r\n3,4\r\n", List.of("a"));
        assertThat(lines).extracting(Csv.Line::number).containsExactly(2L, 4L);
    }

    @Test
    void semicolons_and_a_mark_at_the_start_are_taken_too() throws Exception {
        assertThat(Csv.read("\ufeffA;b\n1;2\n", List.of("a")).getFirst().get("B"))
                .isEqualTo("2");
    }

    @Test
    void a_file_without_its_heading_or_with_a_torn_quote_is_refused() {
        assertThatThrownBy(() -> Csv.read("x,y\n1,2\n", List.of("a"))).hasMessage("directory.files.heading");
        assertThatThrownBy(() -> Csv.onlyColumns(Csv.read("a,Action\n1,take\n", List.of("a")), List.of("A", "do")))
                .hasMessage("directory.files.strange")
                .extracting(strange -> ((Csv.Unreadable) strange).about())
                .isEqualTo("action");
        assertThatThrownBy(() -> Csv.read("a\n\"torn", List.of("a"))).hasMessage("directory.files.broken");
        assertThatThrownBy(() -> Csv.read("", List.of("a"))).hasMessage("directory.files.heading");
    }

    @Test
    void a_file_of_too_many_lines_is_refused() {
        assertThatThrownBy(() -> Csv.read("a\n" + "1\n".repeat(Csv.MOST_LINES + 1), List.of("a")))
                .hasMessage("directory.files.long");
    }

    private static String written(String cell) throws IOException {
        var out = new StringWriter();
        Csv.write(out, List.of("a", "b"), List.of(Csv.row(cell, null)));
        return out.toString();
    }
}
