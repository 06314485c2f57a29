package se.handtag.policy;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/** Reads and checks the rules' file; every problem is collected with its line and column. */
final class RuleReader {
    private static final Set<String> NAMES = Set.of("id", "effect", "by", "actions", "when", "because");
    private static final Map<String, Rule.Effect> EFFECTS = Map.of(
            "deny", Rule.Effect.DENY,
            "needs approval", Rule.Effect.NEEDS_APPROVAL,
            "needs reason", Rule.Effect.NEEDS_REASON,
            "allow", Rule.Effect.ALLOW);

    private final List<String> problems = new ArrayList<>();
    private final List<String> lines;
    private final Cel cel;

    private RuleReader(String text) {
        lines = text.lines().toList();
        CelBuilder builder = CelFactory.standardCelBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setResultType(SimpleType.BOOL);
        Facts.TYPES.forEach(builder::addVar);
        cel = builder.build();
    }

    /** @throws RulesInvalid with every problem there is */
    static List<Rule> read(String file, String text) {
        var reader = new RuleReader(text);
        List<Rule> rules = reader.rules(text);
        if (!reader.problems.isEmpty()) {
            throw new RulesInvalid(file, reader.problems);
        }
        return rules;
    }

    private List<Rule> rules(String text) {
        Node root;
        try {
            root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
        } catch (MarkedYAMLException malformed) {
            problem(malformed.getProblemMark(), "this is no YAML: " + malformed.getProblem());
            return List.of();
        } catch (ReaderException malformed) {
            String before = text.substring(0, text.offsetByCodePoints(0, malformed.getPosition()));
            int line = (int) before.chars().filter(each -> each == '\n').count() + 1;
            int column = before.length() - before.lastIndexOf('\n');
            problem(line, column, "this is no YAML: it holds a character that no text holds");
            return List.of();
        }
        if (!(root instanceof SequenceNode list)) {
            problem(root == null ? null : root.getStartMark(), "a list of rules is expected");
            return List.of();
        }
        List<Rule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Node node : list.getValue()) {
            Rule rule = rule(node);
            if (rule != null) {
                if (!ids.add(rule.id())) {
                    problem(node.getStartMark(), "the id " + rule.id() + " is taken by an earlier rule");
                }
                rules.add(rule);
            }
        }
        Set<ActionKind> uncovered = EnumSet.allOf(ActionKind.class);
        rules.forEach(rule -> uncovered.removeAll(rule.actions()));
        if (problems.isEmpty()) {
            uncovered.forEach(action -> problem(root.getEndMark(), "no rule speaks of the action " + action.key()));
        }
        return rules;
    }

    private @Nullable Rule rule(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            problem(node.getStartMark(), "a rule is expected: id, effect, actions, when, because");
            return null;
        }
        int before = problems.size();
        Map<String, Node> parts = parts(mapping, NAMES);
        String id = text(node, parts, "id");
        Rule.Effect effect = effect(node, parts);
        ApproverKind approver = approver(node, parts, effect);
        Set<ActionKind> actions = actions(node, parts);
        CelRuntime.Program condition = condition(node, parts);
        Explanation explanation = explanation(node, parts);
        if (problems.size() > before || id == null || effect == null || condition == null || explanation == null) {
            return null;
        }
        return new Rule(id, effect, approver, actions, condition, explanation);
    }

    private Rule.@Nullable Effect effect(Node rule, Map<String, Node> parts) {
        String word = text(rule, parts, "effect");
        if (word != null && !EFFECTS.containsKey(word)) {
            problem(parts.get("effect"), "the effect is one of " + new TreeMap<>(EFFECTS).keySet());
        }
        return word == null ? null : EFFECTS.get(word);
    }

    private @Nullable ApproverKind approver(Node rule, Map<String, Node> parts, Rule.@Nullable Effect effect) {
        if (effect != Rule.Effect.NEEDS_APPROVAL) {
            if (parts.containsKey("by")) {
                problem(parts.get("by"), "only an approval is needed by somebody");
            }
            return null;
        }
        return switch (text(rule, parts, "by")) {
            case "manager" -> ApproverKind.MANAGER;
            case "it" -> ApproverKind.IT;
            case null -> null;
            default -> {
                problem(parts.get("by"), "an approval is needed by manager or it");
                yield null;
            }
        };
    }

    private Set<ActionKind> actions(Node rule, Map<String, Node> parts) {
        Set<ActionKind> actions = EnumSet.noneOf(ActionKind.class);
        Node node = parts.get("actions");
        if (!(node instanceof SequenceNode list) || list.getValue().isEmpty()) {
            problem(node == null ? rule : node, "actions is a list of at least one action");
            return actions;
        }
        for (Node item : list.getValue()) {
            String key = item instanceof ScalarNode scalar ? scalar.getValue() : "";
            ActionKind.of(key).ifPresentOrElse(actions::add, () -> problem(item, "there is no action " + key));
        }
        return actions;
    }

    private CelRuntime.@Nullable Program condition(Node rule, Map<String, Node> parts) {
        String expression = text(rule, parts, "when");
        if (expression == null) {
            return null;
        }
        try {
            return cel.createProgram(cel.compile(expression).getAst());
        } catch (CelValidationException invalid) {
            invalid.getErrors().forEach(error -> mistake(parts.get("when"), error));
            return null;
        } catch (CelEvaluationException invalid) {
            problem(parts.get("when"), "when: " + invalid.getMessage());
            return null;
        }
    }

    /** A mistake inside a condition, where the file has it: the expression knows nothing of quotation and indentation. */
    private void mistake(@Nullable Node condition, CelIssue error) {
        int line = error.getSourceLocation().getLine();
        int column = error.getSourceLocation().getColumn();
        String what = "when: " + error.getMessage();
        if (!(condition instanceof ScalarNode scalar)) {
            problem(condition, what);
            return;
        }
        Mark start = scalar.getStartMark();
        switch (scalar.getScalarStyle()) {
            case PLAIN, JSON_SCALAR_STYLE -> problem(start.getLine() + line, start.getColumn() + 1 + column, what);
            case SINGLE_QUOTED, DOUBLE_QUOTED -> problem(start.getLine() + line, start.getColumn() + 2 + column, what);
            case LITERAL -> {
                String written = lines.get(start.getLine() + line);
                int indent = written.length() - written.stripLeading().length();
                problem(start.getLine() + line + 1, indent + 1 + column, what);
            }
            case FOLDED -> problem(condition, what);
        }
    }

    private @Nullable Explanation explanation(Node rule, Map<String, Node> parts) {
        Node node = parts.get("because");
        if (!(node instanceof MappingNode mapping)) {
            problem(node == null ? rule : node, "because is needed in both languages, en and sv");
            return null;
        }
        Map<String, Node> languages = parts(mapping, Set.of("en", "sv"));
        String english = text(node, languages, "en");
        String swedish = text(node, languages, "sv");
        return english == null || swedish == null ? null : new Explanation(english, swedish);
    }

    private Map<String, Node> parts(MappingNode mapping, Set<String> known) {
        Map<String, Node> parts = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!known.contains(name)) {
                problem(tuple.getKeyNode(), "there is no " + name + " here");
            } else if (parts.put(name, tuple.getValueNode()) != null) {
                problem(tuple.getKeyNode(), name + " stands here twice");
            }
        }
        return parts;
    }

    private @Nullable String text(Node owner, Map<String, Node> parts, String name) {
        Node node = parts.get(name);
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        problem(node == null ? owner : node, name + " is needed");
        return null;
    }

    private void problem(@Nullable Node node, String what) {
        problem(node == null ? null : node.getStartMark(), what);
    }

    private void problem(@Nullable Mark mark, String what) {
        int line = mark == null ? 1 : mark.getLine() + 1;
        int column = mark == null ? 1 : mark.getColumn() + 1;
        problem(line, column, what);
    }

    private void problem(int line, int column, String what) {
        problems.add("line %d, column %d: %s".formatted(line, column, what));
    }
}
