package se.handtag.policy;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Compiles conditions against the facts there are; a mistake is told where the file has it. */
final class ConditionReader {
    private static final Cel CEL = cel();

    private final List<String> lines;
    private final Nodes nodes;

    ConditionReader(String text, Nodes nodes) {
        lines = text.lines().toList();
        this.nodes = nodes;
    }

    private static Cel cel() {
        CelBuilder builder = CelFactory.standardCelBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setResultType(SimpleType.BOOL);
        Facts.TYPES.forEach(builder::addVar);
        return builder.build();
    }

    @Nullable
    Condition read(@Nullable String expression, @Nullable Node node) {
        if (expression == null || !(node instanceof ScalarNode written)) {
            return null;
        }
        try {
            CelAbstractSyntaxTree tree = CEL.compile(expression).getAst();
            for (Vocabulary.Unknown word : Vocabulary.unknown(tree)) {
                mistake(written, word.line(), word.column(), word.problem());
            }
            return new Condition(CEL.createProgram(tree), tree);
        } catch (CelValidationException invalid) {
            for (CelIssue error : invalid.getErrors()) {
                CelSourceLocation place = error.getSourceLocation();
                mistake(written, place.getLine(), place.getColumn(), error.getMessage());
            }
            return null;
        } catch (CelEvaluationException invalid) {
            nodes.problem(node, "when: " + invalid.getMessage());
            return null;
        }
    }

    /** A mistake inside a condition, where the file has it: the expression knows nothing of quotation and indentation. */
    private void mistake(ScalarNode condition, int line, int column, String problem) {
        String what = "when: " + problem;
        Mark start = condition.getStartMark();
        boolean quoted = condition.getScalarStyle() == ScalarStyle.SINGLE_QUOTED
                || condition.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED;
        if (condition.getScalarStyle() == ScalarStyle.LITERAL) {
            List<String> block = condition.getValue().lines().toList();
            int at = line - 1 + (int) block.stream().takeWhile(String::isBlank).count();
            int indent =
                    lines.get(start.getLine() + 1 + at).length() - block.get(at).length();
            nodes.problem(start.getLine() + 2 + at, indent + 1 + column, what);
        } else if (start.getLine() == condition.getEndMark().getLine()) {
            nodes.problem(start.getLine() + 1, start.getColumn() + (quoted ? 2 : 1) + column, what);
        } else {
            // Folded lines are one line to the expression.
            nodes.problem(condition, what);
        }
    }
}
