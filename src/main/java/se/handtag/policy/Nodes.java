package se.handtag.policy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/** The parts of a YAML file, and every problem met while reading them. */
final class Nodes {
    private final List<Problem> problems = new ArrayList<>();

    List<Problem> problems() {
        return problems;
    }

    /** The items of a file that is a list; null when it is none, which is a problem. */
    @Nullable
    SequenceNode list(String text, String expected) {
        Node root;
        try {
            root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
        } catch (MarkedYAMLException malformed) {
            problem(malformed.getProblemMark(), "this is no YAML: " + malformed.getProblem());
            return null;
        } catch (ReaderException malformed) {
            String before = text.substring(0, text.offsetByCodePoints(0, malformed.getPosition()));
            int line = (int) before.chars().filter(each -> each == '\n').count() + 1;
            int column = before.length() - before.lastIndexOf('\n');
            problem(line, column, "this is no YAML: it holds a character that no text holds");
            return null;
        }
        if (!(root instanceof SequenceNode list)) {
            problem(root == null ? null : root.getStartMark(), expected);
            return null;
        }
        return list;
    }

    Map<String, Node> parts(MappingNode mapping, Set<String> known) {
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

    @Nullable
    String text(Node owner, Map<String, Node> parts, String name) {
        Node node = parts.get(name);
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        problem(node == null ? owner : node, name + " is needed");
        return null;
    }

    void problem(@Nullable Node node, String what) {
        problem(node == null ? null : node.getStartMark(), what);
    }

    void problem(@Nullable Mark mark, String what) {
        int line = mark == null ? 1 : mark.getLine() + 1;
        int column = mark == null ? 1 : mark.getColumn() + 1;
        problem(line, column, what);
    }

    void problem(int line, int column, String what) {
        problems.add(new Problem(line, column, what));
    }
}
