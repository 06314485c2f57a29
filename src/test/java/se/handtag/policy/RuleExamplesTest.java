package se.handtag.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The tests beside the shipped rules, and the examples of the documentation, good and bad. */
class RuleExamplesTest {
    private static final Path EXAMPLES = Path.of("src/docs/rules");

    static List<RuleTest> shipped() {
        RulesFile file =
                RulesReading.read(new PathMatchingResourcePatternResolver(), "classpath:policy/rules.yaml");
        RuleTestReader.Read read = RuleTestReader.read(file.tests());
        assertThat(read.problems()).isEmpty();
        return read.tests();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void the_shipped_rules_say_what_their_tests_expect(RuleTest test) {
        assertThat(test.differences(Rules.shipped())).as(test.name()).isEmpty();
    }

    @Test
    void there_are_tests_for_the_shipped_rules() {
        assertThat(shipped()).hasSizeGreaterThan(15);
    }

    static Stream<Path> good() throws IOException {
        return files("good");
    }

    static Stream<Path> bad() throws IOException {
        return files("bad");
    }

    private static Stream<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES.resolve(folder))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("good")
    void a_good_example_can_be_used(Path file) throws IOException {
        assertThat(RuleReader.read(file.toString(), Files.readString(file))).isNotEmpty();
    }

    /** Its first line says what is wrong with it. */
    @ParameterizedTest
    @MethodSource("bad")
    void a_bad_example_is_refused_for_the_mistake_that_it_shows(Path file) throws IOException {
        String text = Files.readString(file);
        String mistake = text.lines().findFirst().orElseThrow().substring(2);
        RulesInvalid invalid =
                catchThrowableOfType(RulesInvalid.class, () -> RuleReader.read(file.toString(), text));
        assertThat(invalid).as("%s is refused", file).isNotNull();
        assertThat(invalid.problems()).singleElement().asString().startsWith(mistake);
    }
}
