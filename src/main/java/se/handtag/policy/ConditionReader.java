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
        if (expression == null) {
            return null;
        }
        try {
            CelAbstractSyntaxTree tree = CEL.compile(expression).getAst();
            for (Vocabulary.Unknown word : Vocabulary.unknown(tree)) {
                mistake(node, word.line(), word.column(), word.problem());
            }
            return new Condition(CEL.createProgram(tree), tree);
        } catch (CelValidationException invalid) {
            for (CelIssue error : invalid.getErrors()) {
                CelSourceLocation place = error.getSourceLocation();
                mistake(node, place.getLine(), place.getColumn(), error.getMessage());
            }
            return null;
        } catch (CelEvaluationException invalid) {
            nodes.problem(node, "when: " + invalid.getMessage());
            return null;
        }
    }

    /** A mistake inside a condition, where the file has it: the expression knows nothing of quotation and indentation. */
    private void mistake(@Nullable Node condition, int line, int column, String problem) {
        String what = "when: " + problem;
        if (!(condition instanceof ScalarNode scalar)) {
            nodes.problem(condition, what);
            return;
        }
        Mark start = scalar.getStartMark();
        switch (scalar.getScalarStyle()) {
            case PLAIN, JSON_SCALAR_STYLE ->
                nodes.problem(start.getLine() + line, start.getColumn() + 1 + column, what);
            case SINGLE_QUOTED, DOUBLE_QUOTED ->
                nodes.problem(start.getLine() + line, start.getColumn() + 2 + column, what);
            case LITERAL -> {
                String written = lines.get(start.getLine() + line);
                int indent = written.length() - written.stripLeading().length();
                nodes.problem(start.getLine() + line + 1, indent + 1 + column, what);
            }
            case FOLDED -> nodes.problem(condition, what);
        }
    }
}
