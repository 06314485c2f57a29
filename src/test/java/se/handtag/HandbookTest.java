package se.handtag;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/** The handbook names every setting that there is, with its default, and none that there is not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HandbookTest {
    private static final Path HANDBOOK = Path.of("src/docs/handbook.md");

    /** For the trial alone. */
    private static final String TRIAL = "handtag.trial.";

    private static final Set<String> OF_THE_TRIAL = Set.of("handtag.recovery.link-key-in-database");

    /** Keys of maps, which no record names, and what is read before there are records. */
    private static final Set<String> BESIDES = Set.of("HANDTAG_POLICY_RULES", "HANDTAG_AUDIT_RETENTION_ALL");

    private static final Pattern VARIABLE = Pattern.compile("\\bHANDTAG_[A-Z][A-Z_]*[A-Z]\\b");
    private static final Pattern IN_CODE = Pattern.compile("\\$\\{(handtag(?:\\.[a-z-]+)+)[:}]");

    /** A setting of a record; the default is empty when it has none. */
    private record Setting(String name, String fallback) {
        String variable() {
            return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        }

        /** As it stands behind another of the same kind in a row: {@code …_PASSWORD}. */
        String shortened() {
            String last = name.substring(name.lastIndexOf('.') + 1);
            return "…_" + last.toUpperCase(Locale.ROOT).replace('-', '_');
        }
    }

    @Test
    void every_setting_stands_in_the_handbook_with_its_default() {
        List<String> rows =
                text(HANDBOOK).lines().filter(line -> line.startsWith("|")).toList();

        assertThat(settings())
                .hasSizeGreaterThan(50)
                .allSatisfy(setting -> assertThat(rows)
                        .as(setting.variable())
                        .anySatisfy(row -> assertThat(row)
                                .containsAnyOf("`" + setting.variable() + "`", "`" + setting.shortened() + "`")
                                .contains(setting.fallback())));
    }

    @Test
    void no_code_asks_for_a_setting_past_the_records_that_are_checked_at_the_start() {
        assertThat(namedInCode()).isEmpty();
    }

    @Test
    void no_setting_is_named_that_there_is_not() {
        Set<String> known = Stream.of(settings().stream().map(Setting::variable), BESIDES.stream())
                .flatMap(names -> names)
                .collect(Collectors.toCollection(TreeSet::new));

        for (Path document : List.of(HANDBOOK, Path.of("README.md"), Path.of("src/docs/operations/alerts.yaml"))) {
            assertThat(VARIABLE.matcher(text(document)).results().map(found -> found.group()))
                    .as(document.toString())
                    .filteredOn(name -> !name.startsWith("HANDTAG_TRIAL_"))
                    .isNotEmpty()
                    .isSubsetOf(known);
        }
    }

    private static List<Setting> settings() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("se.handtag").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                        .flatMap(type -> of(
                                type.getAnnotationOfType(ConfigurationProperties.class)
                                        .value(),
                                type.reflect()))
                        .filter(setting -> !OF_THE_TRIAL.contains(setting.name()))
                        .toList();
    }

    /** Records within records have a part of the name each. */
    private static Stream<Setting> of(String prefix, Class<?> settings) {
        RecordComponent[] parts = settings.getRecordComponents();
        Parameter[] parameters = Arrays.stream(settings.getDeclaredConstructors())
                .filter(constructor -> constructor.getParameterCount() == parts.length)
                .findFirst()
                .orElseThrow()
                .getParameters();
        return IntStream.range(0, parts.length).boxed().flatMap(place -> {
            Class<?> type = parts[place].getType();
            var named = parameters[place].getAnnotation(Name.class);
            String name = prefix + "."
                    + (named == null ? parts[place].getName() : named.value())
                            .replaceAll("([A-Z])", "-$1")
                            .toLowerCase(Locale.ROOT);
            if (type.isRecord()) {
                return of(name, type);
            }
            var fallback = parameters[place].getAnnotation(DefaultValue.class);
            return type == Map.class
                    ? Stream.empty()
                    : Stream.of(new Setting(
                            name,
                            fallback == null || fallback.value().length == 0 ? "" : "`" + fallback.value()[0] + "`"));
        });
    }

    private static Set<String> namedInCode() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> IN_CODE.matcher(text(file)).results())
                    .map(found -> found.group(1))
                    .filter(name -> !name.startsWith(TRIAL))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
