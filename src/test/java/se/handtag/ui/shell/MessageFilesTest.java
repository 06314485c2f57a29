package se.handtag.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every part's texts, of all rooms. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MessageFilesTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    static Stream<Resource> parts() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_en.properties"));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void swedish_has_the_same_keys_and_places_as_english(Resource part) throws IOException {
        var english = read(part);
        var swedish =
                read(part.createRelative(String.valueOf(part.getFilename()).replace("_en.", "_sv.")));
        assertThat(new TreeSet<>(swedish.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(places(swedish.getProperty(key)))
                        .as(key)
                        .isEqualTo(places(english.getProperty(key))));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void no_text_with_places_loses_a_straight_apostrophe(Resource part) throws IOException {
        var english = read(part);
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(english.getProperty(key))
                        .as(key)
                        .satisfiesAnyOf(
                                text -> assertThat(text).doesNotContain("'"),
                                text -> assertThat(text).doesNotContain("{")));
    }

    /** The words of IT's and auditors' own pages may be theirs. */
    @ParameterizedTest
    @ValueSource(strings = {"employee", "mail", "manager", "messages", "recovery", "shell", "words"})
    void what_employees_and_managers_read_is_free_of_jargon(String part) throws IOException {
        for (String language : List.of("en", "sv")) {
            var texts = read(new ClassPathResource("messages/" + part + "_" + language + ".properties"));
            assertThat(texts).isNotEmpty();
            assertThat(texts.stringPropertyNames())
                    .allSatisfy(
                            key -> assertThat(texts.getProperty(key)).as(key).doesNotContain("MDM"));
        }
    }

    @ParameterizedTest
    @MethodSource("parts")
    void swedish_has_one_name_for_the_help_desk(Resource part) throws IOException {
        var swedish =
                read(part.createRelative(String.valueOf(part.getFilename()).replace("_en.", "_sv.")));
        assertThat(swedish.stringPropertyNames())
                .allSatisfy(
                        key -> assertThat(swedish.getProperty(key)).as(key).doesNotContainIgnoringCase("supporten"));
    }

    private static TreeSet<String> places(String text) {
        var places = new TreeSet<String>();
        PLACE.matcher(text).results().forEach(place -> places.add(place.group(1)));
        return places;
    }

    private static Properties read(Resource file) throws IOException {
        var texts = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
