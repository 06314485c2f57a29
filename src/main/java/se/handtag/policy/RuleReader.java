package se.handtag.policy;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads and checks the rules' file; every problem is collected with its line and column. */
final class RuleReader {
    private static final Set<String> NAMES =
            Set.of("id", "effect", "by", "stages", "for", "actions", "when", "because");
    private static final Map<String, Effect> EFFECTS =
            Arrays.stream(Effect.values()).collect(Collectors.toMap(Effect::word, effect -> effect));
    static final String A_TIME = "a time is a number of minutes, hours or days: 15m, 2h, 1d";
    private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,3})([mhd])");

    private final Nodes nodes = new Nodes();
    private final ConditionReader conditions;
    private final StageReader stages = new StageReader(nodes);

    private RuleReader(String text) {
        conditions = new ConditionReader(text, nodes);
    }

    /** @throws RulesInvalid with every problem there is */
    static List<Rule> read(String file, String text) {
        return read(file, text, true);
    }

    /**
     * Reads rules that were published once. A later release may know actions that they do not speak of, which is no reason
     * not to start: what no rule allows is denied.
     */
    static List<Rule> readPublished(String file, String text) {
        return read(file, text, false);
    }

    private static List<Rule> read(String file, String text, boolean complete) {
        var reader = new RuleReader(text);
        List<Rule> rules = reader.rules(text, complete);
        if (!reader.nodes.problems().isEmpty()) {
            throw new RulesInvalid(file, reader.nodes.problems());
        }
        return rules;
    }

    private List<Rule> rules(String text, boolean complete) {
        SequenceNode list = nodes.list(text, "a list of rules is expected");
        if (list == null) {
            return List.of();
        }
        Map<Rule, Node> places = new LinkedHashMap<>();
        Set<String> ids = new HashSet<>();
        for (Node node : list.getValue()) {
            Rule rule = rule(node);
            if (rule != null) {
                if (!ids.add(rule.id())) {
                    nodes.problem(node, "the id " + rule.id() + " is taken by an earlier rule");
                }
                places.put(rule, node);
            }
        }
        List<Rule> rules = List.copyOf(places.keySet());
        if (complete && nodes.problems().isEmpty()) {
            complete(rules, places, list);
        }
        return rules;
    }

    private void complete(List<Rule> rules, Map<Rule, Node> places, SequenceNode list) {
        Set<ActionKind> uncovered = EnumSet.allOf(ActionKind.class);
        rules.forEach(rule -> uncovered.removeAll(rule.actions()));
        uncovered.forEach(action -> nodes.problem(list.getEndMark(), "no rule speaks of the action " + action.key()));
        var reachability = new Reachability(rules);
        places.forEach((rule, node) -> {
            String problem = rule.asks() && rule.actions().contains(ActionKind.LOCK)
                    ? "locking waits for nothing and asks for nothing, for whoever has lost a phone: allow or deny it"
                    : reachability.problem(rule);
            if (problem != null) {
                nodes.problem(node, problem);
            }
        });
    }

    private @Nullable Rule rule(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            nodes.problem(node, "a rule is expected: id, effect, actions, when, because");
            return null;
        }
        int before = nodes.problems().size();
        Map<String, Node> parts = nodes.parts(mapping, NAMES);
        String id = nodes.text(node, parts, "id");
        Effect effect = effect(node, parts);
        List<Stage> approvals = stages.read(node, parts, effect);
        Duration hold = hold(node, parts, effect);
        Set<ActionKind> actions = actions(node, parts);
        Condition condition = conditions.read(nodes.text(node, parts, "when"), parts.get("when"));
        Explanation explanation = explanation(node, parts);
        if (nodes.problems().size() > before
                || id == null
                || effect == null
                || condition == null
                || explanation == null) {
            return null;
        }
        return new Rule(id, effect, approvals, hold, actions, condition, explanation);
    }

    private @Nullable Effect effect(Node rule, Map<String, Node> parts) {
        String word = nodes.text(rule, parts, "effect");
        if (word != null && !EFFECTS.containsKey(word)) {
            nodes.problem(parts.get("effect"), "the effect is one of " + new TreeSet<>(EFFECTS.keySet()));
        }
        return word == null ? null : EFFECTS.get(word);
    }

    private @Nullable Duration hold(Node rule, Map<String, Node> parts, @Nullable Effect effect) {
        if (effect != Effect.HOLD) {
            if (parts.containsKey("for")) {
                nodes.problem(parts.get("for"), "only a hold lasts for a time");
            }
            return null;
        }
        String written = nodes.text(rule, parts, "for");
        Duration time = written == null ? null : time(written);
        if (written != null && time == null) {
            nodes.problem(parts.get("for"), A_TIME);
        }
        return time;
    }

    /** A time as rules and their tests write it, null when it is none. */
    static @Nullable Duration time(String written) {
        Matcher time = TIME.matcher(written);
        if (!time.matches()) {
            return null;
        }
        int count = Integer.parseInt(time.group(1));
        return switch (time.group(2)) {
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    private Set<ActionKind> actions(Node rule, Map<String, Node> parts) {
        Set<ActionKind> actions = EnumSet.noneOf(ActionKind.class);
        Node node = parts.get("actions");
        if (!(node instanceof SequenceNode list) || list.getValue().isEmpty()) {
            nodes.problem(node == null ? rule : node, "actions is a list of at least one action");
            return actions;
        }
        for (Node item : list.getValue()) {
            String key = item instanceof ScalarNode scalar ? scalar.getValue() : "";
            ActionKind.of(key).ifPresentOrElse(actions::add, () -> nodes.problem(item, "there is no action " + key));
        }
        return actions;
    }

    private @Nullable Explanation explanation(Node rule, Map<String, Node> parts) {
        Node node = parts.get("because");
        if (!(node instanceof MappingNode mapping)) {
            nodes.problem(node == null ? rule : node, "because is needed in both languages, en and sv");
            return null;
        }
        Map<String, Node> languages = nodes.parts(mapping, Set.of("en", "sv"));
        String english = nodes.text(node, languages, "en");
        String swedish = nodes.text(node, languages, "sv");
        return english == null || swedish == null ? null : new Explanation(english, swedish);
    }
}
