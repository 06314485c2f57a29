package se.handtag.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads who is to say yes: {@code by} for one, {@code stages} for several in order. */
final class StageReader {
    private static final Set<String> NAMES = Set.of("person", "any of", "any", "of");
    private static final int MOST = 9;

    private final Nodes nodes;

    StageReader(Nodes nodes) {
        this.nodes = nodes;
    }

    List<Stage> read(Node rule, Map<String, Node> parts, @Nullable Effect effect) {
        Node by = parts.get("by");
        Node stages = parts.get("stages");
        if (effect != Effect.NEEDS_APPROVAL) {
            for (Node node : new @Nullable Node[] {by, stages}) {
                if (node != null) {
                    nodes.problem(node, "only an approval is needed by somebody");
                }
            }
            return List.of();
        }
        if (by != null && stages != null) {
            nodes.problem(stages, "by and stages are two ways to say it: one is enough");
            return List.of();
        }
        return stages == null ? by(rule, parts) : list(stages);
    }

    private List<Stage> by(Node rule, Map<String, Node> parts) {
        return switch (nodes.text(rule, parts, "by")) {
            case "manager" -> List.of(new Stage.Manager());
            case "it" -> List.of(Stage.IT);
            case null -> List.of();
            default -> {
                nodes.problem(parts.get("by"), "an approval is needed by manager or it");
                yield List.of();
            }
        };
    }

    private List<Stage> list(Node node) {
        List<Stage> stages = new ArrayList<>();
        if (!(node instanceof SequenceNode list) || list.getValue().isEmpty()) {
            nodes.problem(node, "stages is a list of at least one stage");
            return stages;
        }
        Set<String> asked = new HashSet<>();
        for (Node item : list.getValue()) {
            Stage stage = stage(item);
            if (stage != null
                    && !asked.add(stage instanceof Stage.AnyOf any ? "any of " + any.group() : stage.word())) {
                nodes.problem(
                        item, "they are asked at an earlier stage; for several of a group write any: 2 and of: it");
            } else if (stage != null) {
                stages.add(stage);
            }
        }
        return stages;
    }

    private @Nullable Stage stage(Node item) {
        if (item instanceof ScalarNode scalar && scalar.getValue().equals("manager")) {
            return new Stage.Manager();
        }
        if (item instanceof MappingNode mapping) {
            int before = nodes.problems().size();
            Map<String, Node> parts = nodes.parts(mapping, NAMES);
            if (nodes.problems().size() > before) {
                return null;
            }
            if (parts.keySet().equals(Set.of("person"))) {
                return person(item, parts);
            }
            if (parts.keySet().equals(Set.of("any of"))) {
                String group = nodes.text(item, parts, "any of");
                return group == null ? null : new Stage.AnyOf(group, 1);
            }
            if (parts.keySet().equals(Set.of("any", "of"))) {
                return several(item, parts);
            }
        }
        nodes.problem(
                item, "a stage is manager, person: an address, any of: a group, or any: a number and of: a group");
        return null;
    }

    private @Nullable Stage person(Node item, Map<String, Node> parts) {
        String address = nodes.text(item, parts, "person");
        if (address != null && !address.matches("[^@\\s]+@[^@\\s]+")) {
            nodes.problem(parts.get("person"), "a person is named by their address");
            return null;
        }
        return address == null ? null : new Stage.Named(address.toLowerCase(Locale.ROOT));
    }

    private @Nullable Stage several(Node item, Map<String, Node> parts) {
        String count = nodes.text(item, parts, "any");
        String group = nodes.text(item, parts, "of");
        if (count != null && !count.matches("[1-" + MOST + "]")) {
            nodes.problem(parts.get("any"), "any is a number from 1 to " + MOST);
            return null;
        }
        return count == null || group == null ? null : new Stage.AnyOf(group, Integer.parseInt(count));
    }
}
