package se.handtag;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Metrics as Prometheus reads and asks for them: what is published, and which of it an expression wants. */
final class Metric {
    private static final Pattern PUBLISHED = Pattern.compile("^([a-z][a-z0-9_]*)(?:\\{(.*)})? \\S+$");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern WANTED = Pattern.compile("([a-z][a-z0-9]*_[a-z0-9_]+)\\{([^}]*)}");
    private static final Pattern CONDITION = Pattern.compile("([a-z_]+) *(=~|!~|!=|=) *\"([^\"]*)\"");
    private static final Pattern GROUPED = Pattern.compile("\\bby *\\(([^)]*)\\)");

    /** Given by Prometheus itself. */
    private static final Set<String> ITS_OWN = Set.of("job", "instance");

    /** Of these the values that are asked for come with what happens; the label itself must be there. */
    private static final Set<String> COMES_LATER = Set.of("status");

    private Metric() {}

    /** A line of what is published. */
    record Sample(String name, Map<String, String> labels) {}

    static List<Sample> published(String text) {
        return text.lines()
                .map(PUBLISHED::matcher)
                .filter(Matcher::matches)
                .map(line -> new Sample(line.group(1), labels(line.group(2))))
                .toList();
    }

    private static Map<String, String> labels(@Nullable String text) {
        return text == null
                ? Map.of()
                : LABEL.matcher(text)
                        .results()
                        .collect(Collectors.toMap(
                                label -> label.group(1), label -> label.group(2), (a, _) -> a, TreeMap::new));
    }

    /** One condition of a selector: {@code state="closed"}. */
    private record Condition(String label, String sign, String value) {
        boolean holdsFor(Sample sample) {
            String found = sample.labels().get(label);
            if (found == null) {
                return false;
            }
            return COMES_LATER.contains(label)
                    || switch (sign) {
                        case "=" -> found.equals(value);
                        case "!=" -> !found.equals(value);
                        case "=~" -> found.matches(value);
                        default -> !found.matches(value);
                    };
        }
    }

    /** What an expression asks for and nobody publishes, labels and their values as well; empty when all is there. */
    static Set<String> missing(String expression, List<Sample> published) {
        Set<String> missing = new TreeSet<>();
        Set<String> labels = new TreeSet<>(ITS_OWN);
        WANTED.matcher(expression).results().forEach(wanted -> {
            List<Condition> conditions = CONDITION
                    .matcher(wanted.group(2))
                    .results()
                    .map(part -> new Condition(part.group(1), part.group(2), part.group(3)))
                    .filter(condition -> !ITS_OWN.contains(condition.label()))
                    .toList();
            List<Sample> found = published.stream()
                    .filter(sample -> sample.name().equals(wanted.group(1)))
                    .filter(sample -> conditions.stream().allMatch(condition -> condition.holdsFor(sample)))
                    .toList();
            if (found.isEmpty()) {
                missing.add(wanted.group());
            }
            found.forEach(sample -> labels.addAll(sample.labels().keySet()));
        });
        GROUPED.matcher(expression).results().forEach(by -> {
            for (String label : by.group(1).split(" *, *")) {
                if (!labels.contains(label.strip())) {
                    missing.add("by (" + label.strip() + ") in " + expression);
                }
            }
        });
        return missing;
    }
}
