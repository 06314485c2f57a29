package se.handtag.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of a condition: a fact with a few fixed values is never any other, so that comparing it with one is a mistake. */
final class Vocabulary {
    private Vocabulary() {}

    /**
     * A word that a fact never is.
     *
     * @param line within the condition, from 1
     * @param column within the line, from 0
     */
    record Unknown(int line, int column, String problem) {}

    static List<Unknown> unknown(CelAbstractSyntaxTree tree) {
        List<Unknown> found = new ArrayList<>();
        nodes(tree).filter(expr -> expr.getKind() == CelExpr.ExprKind.Kind.CALL).forEach(expr -> {
            List<CelExpr> arguments = expr.call().args();
            switch (expr.call().function()) {
                case "_==_", "_!=_" -> {
                    check(tree, arguments.get(0), List.of(arguments.get(1)), found);
                    check(tree, arguments.get(1), List.of(arguments.get(0)), found);
                }
                case "@in" -> {
                    check(tree, arguments.get(1), List.of(arguments.get(0)), found);
                    CelExpr list = arguments.get(1);
                    if (list.getKind() == CelExpr.ExprKind.Kind.LIST) {
                        check(tree, arguments.get(0), list.list().elements(), found);
                    }
                }
                default -> {}
            }
        });
        return found;
    }

    private static void check(CelAbstractSyntaxTree tree, CelExpr side, List<CelExpr> others, List<Unknown> found) {
        if (side.getKind() != CelExpr.ExprKind.Kind.IDENT) {
            return;
        }
        String fact = side.ident().name();
        Set<String> words = Facts.WORDS.get(fact);
        for (CelExpr other : others) {
            String text = text(other);
            if (words != null && text != null && !words.contains(text)) {
                CelSourceLocation place = tree.getSource()
                        .getOffsetLocation(
                                tree.getSource().getPositionsMap().getOrDefault(other.id(), 0))
                        .orElse(CelSourceLocation.of(1, 0));
                String problem = "%s is never \"%s\" but one of %s".formatted(fact, text, new TreeSet<>(words));
                found.add(new Unknown(place.getLine(), place.getColumn(), problem));
            }
        }
    }

    /** Every text that a condition names. */
    static Set<String> texts(CelAbstractSyntaxTree tree) {
        Set<String> texts = new TreeSet<>();
        nodes(tree).forEach(expr -> {
            String text = text(expr);
            if (text != null) {
                texts.add(text);
            }
        });
        return texts;
    }

    /** Every fact that a condition names. */
    static Set<String> facts(CelAbstractSyntaxTree tree) {
        Set<String> facts = new TreeSet<>();
        nodes(tree)
                .filter(expr -> expr.getKind() == CelExpr.ExprKind.Kind.IDENT)
                .map(expr -> expr.ident().name())
                .filter(Facts.TYPES::containsKey)
                .forEach(facts::add);
        return facts;
    }

    private static Stream<CelExpr> nodes(CelAbstractSyntaxTree tree) {
        return CelNavigableAst.fromAst(tree).getRoot().allNodes().map(CelNavigableExpr::expr);
    }

    private static @Nullable String text(CelExpr expr) {
        return expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                        && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE
                ? expr.constant().stringValue()
                : null;
    }
}
