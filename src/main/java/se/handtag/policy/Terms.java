package se.handtag.policy;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A condition as what must all hold, each of which is one of several that may: enough to prove of two conditions that one
 * holds whenever the other does, and nothing is claimed that is not proved. Sound for conditions that fail, too: what fails
 * is neither true nor false in CEL, whatever order its parts stand in.
 */
final class Terms {
    private static final String TRUE = "true";
    private static final String FALSE = "false";

    private final Set<Set<String>> all;

    private Terms(Set<Set<String>> all) {
        this.all = all;
    }

    static Terms of(Condition condition) {
        Set<Set<String>> all = new HashSet<>();
        for (Set<String> any : all(condition.tree().getExpr(), false)) {
            if (!any.contains(TRUE)) {
                any.remove(FALSE);
                all.add(any);
            }
        }
        return new Terms(all);
    }

    /** Whether these hold, or fail, whenever the others hold; and whenever the others fail, these hold or fail. */
    boolean coverAllOf(Terms others) {
        return all.stream().allMatch(mine -> others.all.stream().anyMatch(mine::containsAll));
    }

    private static List<Set<String>> all(CelExpr expression, boolean negated) {
        if (is(expression, "!_")) {
            return all(expression.call().args().getFirst(), !negated);
        }
        if (!is(expression, negated ? "_||_" : "_&&_")) {
            return List.of(any(expression, negated));
        }
        List<Set<String>> parts = new ArrayList<>();
        expression.call().args().forEach(part -> parts.addAll(all(part, negated)));
        return parts;
    }

    private static Set<String> any(CelExpr expression, boolean negated) {
        Set<String> parts = new TreeSet<>();
        if (is(expression, "!_")) {
            parts.addAll(any(expression.call().args().getFirst(), !negated));
        } else if (is(expression, negated ? "_&&_" : "_||_")) {
            expression.call().args().forEach(part -> parts.addAll(any(part, negated)));
        } else {
            parts.add(word(written(expression), negated));
        }
        return parts;
    }

    private static boolean is(CelExpr expression, String operator) {
        return expression.getKind() == CelExpr.ExprKind.Kind.CALL
                && expression.call().function().equals(operator);
    }

    private static String word(String term, boolean negated) {
        return switch (term) {
            case TRUE -> negated ? FALSE : TRUE;
            case FALSE -> negated ? TRUE : FALSE;
            default -> negated ? "!" + term : term;
        };
    }

    /** The expression in one way, whatever its blanks, brackets and quotation marks were. */
    static String written(CelExpr expression) {
        return switch (expression.getKind()) {
            case CONSTANT -> constant(expression.constant());
            case IDENT -> expression.ident().name();
            case CALL -> call(expression.call());
            case LIST -> "[" + written(expression.list().elements()) + "]";
            case COMPREHENSION -> {
                var loop = expression.comprehension();
                yield "loop(" + loop.iterVar() + "," + loop.accuVar() + ","
                        + written(List.of(
                                loop.iterRange(),
                                loop.accuInit(),
                                loop.loopCondition(),
                                loop.loopStep(),
                                loop.result()))
                        + ")";
            }
            // Facts are no structures and no maps, so that a weaker proof is enough for these.
            case SELECT, STRUCT, MAP, NOT_SET -> "@" + expression;
        };
    }

    private static String call(CelCall call) {
        String target = call.target().map(on -> written(on) + ".").orElse("");
        return target + call.function() + "(" + written(call.args()) + ")";
    }

    private static String written(List<CelExpr> expressions) {
        return String.join(",", expressions.stream().map(Terms::written).toList());
    }

    private static String constant(CelConstant constant) {
        if (constant.getKind() == CelConstant.Kind.STRING_VALUE) {
            String text = constant.stringValue();
            return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }
        if (constant.getKind() == CelConstant.Kind.BOOLEAN_VALUE) {
            return String.valueOf(constant.booleanValue());
        }
        return constant.toString();
    }
}
