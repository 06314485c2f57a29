package se.handtag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files for whoever watches the portal ask for what it really publishes. */
@PortalOverHttp
@DisplayNameGeneration(ReplaceUnderscores.class)
class OperationsFilesTest {
    private static final Path ALERTS = Path.of("src/docs/operations/alerts.yaml");
    private static final Path HANDBOOK = Path.of("src/docs/handbook.md");
    private static final Path DASHBOARD = Path.of("src/docs/operations/dashboard.json");

    /** What stands in braces, brackets and quotes, and after "by", names no metric. */
    private static final Pattern BESIDE = Pattern.compile("\\{[^}]*}|\\[[^]]*]|\"[^\"]*\"|\\bby *\\([^)]*\\)");

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*_[a-z0-9_]+");

    @LocalServerPort
    private int port;

    @Test
    void every_metric_that_an_alert_asks_for_is_published() {
        awaitPublished(metricsIn(ALERTS, "expr"));
    }

    @Test
    void every_metric_on_the_dashboard_is_published() {
        awaitPublished(metricsIn(DASHBOARD, "expr"));
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

    /** Numbers from the database are there a moment after the start. */
    private void awaitPublished(Set<String> names) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(published()).containsAll(names));
    }

    private Set<String> published() {
        // So that one request has been counted.
        RawHttp.get(port, "/actuator/health", "Host: 10.0.0.1");
        return RawHttp.get(port, "/actuator/prometheus", "Host: 10.0.0.1", "Authorization: Bearer a-token-for-tests")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> metricsIn(Path file, String key) {
        var names = found(read(file), key)
                .map(rule -> BESIDE.matcher(String.valueOf(rule.get(key))).replaceAll(" "))
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
