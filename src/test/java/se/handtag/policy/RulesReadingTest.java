package se.handtag.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The file of rules, the tests beside it, and the hash by which both are known again. */
class RulesReadingTest {
    @TempDir
    Path folder;

    @Test
    void the_tests_beside_the_rules_are_read_one_file_after_the_other_by_name() throws IOException {
        Files.createDirectory(folder.resolve("tests"));
        Files.writeString(folder.resolve("tests/wipe.yaml"), "\n- name: second\n\n");
        Files.writeString(folder.resolve("tests/apps.yaml"), "- name: first");
        Files.writeString(folder.resolve("tests/notes.txt"), "no test");
        RulesFile file = read();
        assertThat(file.name()).isEqualTo("house.yaml");
        assertThat(file.rules()).isEqualTo(Rules.REST);
        assertThat(file.tests()).isEqualTo("- name: first\n\n- name: second\n");
    }

    @Test
    void rules_may_have_no_tests() throws IOException {
        assertThat(read().tests()).isEmpty();
        Files.createDirectory(folder.resolve("tests"));
        assertThat(read().tests()).isEmpty();
    }

    @Test
    void a_file_that_is_not_there_is_told() {
        assertThatThrownBy(() -> RulesReading.read(
                        new PathMatchingResourcePatternResolver(), "file:" + folder.resolve("gone.yaml")))
                .isInstanceOf(RulesInvalid.class)
                .hasMessageContaining("gone.yaml")
                .hasMessageContaining("the file is not there or cannot be read");
    }

    @Test
    void what_moves_from_the_rules_to_their_tests_changes_the_hash() {
        assertThat(Hashes.of("a", "å")).isEqualTo("c500dcc709e0a32c57254e4840db1ce126e999117bbd09132cef91f01746b2c2");
        assertThat(Hashes.of("ab", "")).isNotEqualTo(Hashes.of("a", "b"));
    }

    private RulesFile read() throws IOException {
        Path file = Files.writeString(folder.resolve("house.yaml"), Rules.REST);
        return RulesReading.read(new PathMatchingResourcePatternResolver(), "file:" + file);
    }
}
