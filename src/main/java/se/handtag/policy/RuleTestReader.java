package se.handtag.policy;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads examples of what rules are to say; every problem is collected with its line and column. */
final class RuleTestReader {
    private static final Set<String> NAMES = Set.of("name", "given", "expect", "by", "stages", "needs", "hold");
    private static final Set<String> OUTCOMES = Set.of("allowed", "denied", "needs approval");
    private static final Set<String> NEEDS = Set.of("reason", "fresh sign-in");

    private final Nodes nodes = new Nodes();

    /** @param problems empty when every example can be used */
    record Read(List<RuleTest> tests, List<Problem> problems) {}

    static Read read(String text) {
        var reader = new RuleTestReader();
        List<RuleTest> tests = text.isBlank() ? List.of() : reader.tests(text);
        return new Read(tests, List.copyOf(reader.nodes.problems()));
    }

    private List<RuleTest> tests(String text) {
        SequenceNode list = nodes.list(text, "a list of examples is expected");
        List<RuleTest> tests = new ArrayList<>();
        for (Node node : list == null ? List.<Node>of() : list.getValue()) {
            RuleTest test = test(node);
            if (test != null) {
                tests.add(test);
            }
        }
        return tests;
    }

    private @Nullable RuleTest test(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            nodes.problem(node, "an example is expected: name, given, expect");
            return null;
        }
        int before = nodes.problems().size();
        Map<String, Node> parts = nodes.parts(mapping, NAMES);
        String name = nodes.text(node, parts, "name");
        Map<String, Object> given = given(node, parts);
        String outcome = nodes.text(node, parts, "expect");
        if (outcome != null && !OUTCOMES.contains(outcome)) {
            nodes.problem(parts.get("expect"), "what is expected is one of " + new TreeSet<>(OUTCOMES));
        }
        List<String> by = texts(parts, "by");
        List<String> needs = texts(parts, "needs");
        if (needs != null && !NEEDS.containsAll(needs)) {
            nodes.problem(parts.get("needs"), "what is needed besides is any of " + new TreeSet<>(NEEDS));
        }
        Duration hold = parts.containsKey("hold") ? time(parts.get("hold")) : null;
        List<String> stages = texts(parts, "stages");
        if (nodes.problems().size() > before || name == null || outcome == null) {
            return null;
        }
        ActionKind action = ActionKind.of(String.valueOf(given.get("action"))).orElseThrow();
        return new RuleTest(
                name,
                node.getStartMark().getLine() + 1,
                action,
                given,
                outcome,
                by == null ? null : new TreeSet<>(by),
                stages,
                needs == null ? null : new TreeSet<>(needs),
                hold);
    }

    private Map<String, Object> given(Node test, Map<String, Node> parts) {
        Map<String, Object> facts = new HashMap<>(Facts.PLAIN);
        if (!(parts.get("given") instanceof MappingNode given)) {
            nodes.problem(parts.getOrDefault("given", test), "given is needed: facts by name, with the action");
            return facts;
        }
        Map<String, Node> named = nodes.parts(given, Facts.TYPES.keySet());
        named.forEach((fact, node) -> {
            Object value = value(fact, node);
            if (value != null) {
                facts.put(fact, value);
            }
        });
        if (!named.containsKey("action")) {
            nodes.problem(given, "action is needed");
        }
        return facts;
    }

    private @Nullable Object value(String fact, Node node) {
        CelType type = Objects.requireNonNull(Facts.TYPES.get(fact));
        if (type instanceof ListType) {
            List<String> texts = texts(Map.of(fact, node), fact);
            return texts != null && known(fact, texts, node) ? texts : null;
        }
        if (!(node instanceof ScalarNode scalar)) {
            nodes.problem(node, fact + " is one value");
            return null;
        }
        String written = scalar.getValue();
        if (SimpleType.STRING.equals(type)) {
            return known(fact, List.of(written), node) ? written : null;
        }
        Object value = value(type, written);
        if (value == null) {
            nodes.problem(node, fact + " cannot be " + written);
        }
        return value;
    }

    private boolean known(String fact, List<String> texts, Node node) {
        Set<String> words = Facts.WORDS.get(fact);
        if (words != null && !words.containsAll(texts)) {
            nodes.problem(node, fact + " is one of " + new TreeSet<>(words));
            return false;
        }
        return true;
    }

    private static @Nullable Object value(CelType type, String written) {
        try {
            return switch (type.kind()) {
                case BOOL -> written.matches("true|false") ? Boolean.valueOf(written) : null;
                case INT -> Long.valueOf(written);
                case TIMESTAMP -> Instant.parse(written);
                default -> RuleReader.time(written);
            };
        } catch (NumberFormatException | DateTimeParseException wrong) {
            return null;
        }
    }

    private @Nullable Duration time(@Nullable Node node) {
        Duration time = node instanceof ScalarNode scalar ? RuleReader.time(scalar.getValue()) : null;
        if (time == null) {
            nodes.problem(node, RuleReader.A_TIME);
        }
        return time;
    }

    private @Nullable List<String> texts(Map<String, Node> parts, String name) {
        Node node = parts.get(name);
        if (node == null) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        boolean right = node instanceof SequenceNode;
        for (Node item : node instanceof SequenceNode list ? list.getValue() : List.<Node>of()) {
            if (item instanceof ScalarNode scalar) {
                texts.add(scalar.getValue());
            } else {
                right = false;
            }
        }
        if (!right) {
            nodes.problem(node, name + " is a list of texts");
            return null;
        }
        return texts;
    }
}
