package se.handtag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files for whoever watches the portal ask for what it really publishes. */
@PortalOverHttp
@DisplayNameGeneration(ReplaceUnderscores.class)
class OperationsFilesTest {
    private static final Path OPERATIONS = Path.of("src/docs/operations");
    private static final Path ALERTS = OPERATIONS.resolve("alerts.yaml");
    private static final Path HANDBOOK = Path.of("src/docs/handbook.md");

    /** What stands in braces, brackets and quotes, and after "by", names no metric. */
    private static final Pattern BESIDE = Pattern.compile("\\{[^}]*}|\\[[^]]*]|\"[^\"]*\"|\\bby *\\([^)]*\\)");

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*_[a-z0-9_]+");

    private static final Pattern PAGE = Pattern.compile("\\*([^*]+)\\*");

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"alerts.yaml", "dashboard.json"})
    void every_metric_that_is_asked_for_is_published_with_the_labels_and_values_that_are_asked_for(String file) {
        Path asking = OPERATIONS.resolve(file);
        awaitPublished(metricsIn(asking));
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            var published = Metric.published(scraped());
            assertThat(expressions(asking).flatMap(one -> Metric.missing(one, published).stream()))
                    .isEmpty();
        });
    }

    @Test
    void every_metric_of_handtags_own_stands_in_the_handbook_and_is_published() {
        Set<String> described = Pattern.compile("`(handtag_[a-z_]+)")
                .matcher(text(HANDBOOK))
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.equals("handtag_node"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described).hasSizeGreaterThan(10);
        awaitPublished(described);
        assertThat(published())
                .filteredOn(name -> name.startsWith("handtag_"))
                .filteredOn(name -> !name.matches(".*_(sum|max|bucket)|.*_active_seconds_count"))
                .isSubsetOf(described);
    }

    @Test
    void every_alert_says_what_is_wrong_and_how_urgent_it_is() {
        List<Map<?, ?>> alerts = found(read(ALERTS), "alert").toList();

        assertThat(alerts).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.get("labels")).asString().matches("\\{severity=(page|ticket)}");
            assertThat(alert.get("annotations")).asString().contains("summary=");
        });
    }

    @Test
    void every_page_that_an_alert_sends_somebody_to_is_called_so() throws IOException {
        var titles = new TreeSet<Object>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_en.properties")) {
            titles.addAll(PropertiesLoaderUtils.loadProperties(new EncodedResource(file, StandardCharsets.UTF_8))
                    .values());
        }
        var words = found(read(ALERTS), "annotations")
                .map(alert -> String.valueOf(alert.get("annotations")))
                .toList();

        assertThat(words.stream().flatMap(text -> PAGE.matcher(text).results()).map(page -> page.group(1)))
                .hasSizeGreaterThan(3)
                .allSatisfy(page -> assertThat(titles).contains(page));
        assertThat(words).noneMatch(text -> text.matches("(?s).*\\bpages? [A-Z].*"));
    }

    /** Numbers from the database are there a moment after the start. */
    private void awaitPublished(Set<String> names) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(published()).containsAll(names));
    }

    private Set<String> published() {
        return Metric.published(scraped()).stream()
                .map(Metric.Sample::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String scraped() {
        // So that one request has been counted that is no scrape.
        RawHttp.get(port, "/manifest.webmanifest", "Host: portal.example.com", "X-Forwarded-Proto: https");
        RawHttp.get(port, "/actuator/health", "Host: 10.0.0.1");
        return RawHttp.get(port, "/actuator/prometheus", "Host: 10.0.0.1", "Authorization: Bearer a-token-for-tests")
                .body();
    }

    private static Stream<String> expressions(Path file) {
        return found(read(file), "expr").map(rule -> String.valueOf(rule.get("expr")));
    }

    private static Set<String> metricsIn(Path file) {
        var names = expressions(file)
                .map(expression -> BESIDE.matcher(expression).replaceAll(" "))
                .flatMap(expression -> NAME.matcher(expression).results())
                .map(name -> name.group())
                .filter(name -> !name.equals("histogram_quantile"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(names).hasSizeGreaterThan(5);
        return names;
    }

    /** Every map in there, however deep, that has such a key. */
    private static Stream<Map<?, ?>> found(@Nullable Object tree, String key) {
        return switch (tree) {
            case Map<?, ?> map ->
                Stream.concat(
                        map.containsKey(key) ? Stream.of(map) : Stream.empty(),
                        map.values().stream().flatMap(value -> found(value, key)));
            case Collection<?> list -> list.stream().flatMap(value -> found(value, key));
            case null, default -> Stream.empty();
        };
    }

    /** JSON is YAML as well. */
    private static Object read(Path file) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text(file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
