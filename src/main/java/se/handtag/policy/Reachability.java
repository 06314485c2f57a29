package se.handtag.policy;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds rules that never count. Only what is proved is said. */
final class Reachability {
    /** Of facts with a few values each, more combinations than this are not tried. */
    private static final int MOST = 4_096;

    private final List<Rule> rules;

    Reachability(List<Rule> rules) {
        this.rules = rules;
    }

    /** Why the rule never counts, null when it may. */
    @Nullable
    String problem(Rule rule) {
        if (neverHolds(rule)) {
            return "the rule " + rule.id() + " never counts: its condition never holds";
        }
        if (rule.effect() == Effect.DENY) {
            return null;
        }
        Rule stronger = denied(rule);
        if (stronger != null) {
            return "the rule " + rule.id() + " never counts: " + stronger.id() + " denies all of it";
        }
        if (rule.effect().demands() && rule.actions().stream().noneMatch(this::allowed)) {
            return "the rule " + rule.id() + " never counts: nothing allows what it speaks of";
        }
        return null;
    }

    private boolean allowed(ActionKind action) {
        return rules.stream()
                .anyMatch(
                        rule -> rule.effect() == Effect.ALLOW && rule.actions().contains(action));
    }

    private @Nullable Rule denied(Rule rule) {
        Terms terms = Terms.of(rule.condition());
        for (Rule other : rules) {
            if (other.effect() == Effect.DENY
                    && other.actions().containsAll(rule.actions())
                    && Terms.of(other.condition()).coverAllOf(terms)) {
                return other;
            }
        }
        return null;
    }

    /** Tries every combination of the facts that have few values; what depends on others besides fails, and may hold. */
    private static boolean neverHolds(Rule rule) {
        List<Map<String, Object>> cases = new ArrayList<>();
        cases.add(Map.of());
        for (String fact : Vocabulary.facts(rule.condition().tree())) {
            List<Object> values = values(fact, rule);
            if (values.isEmpty() || cases.size() * values.size() > MOST) {
                continue;
            }
            List<Map<String, Object>> more = new ArrayList<>();
            for (Map<String, Object> one : cases) {
                for (Object value : values) {
                    Map<String, Object> with = new HashMap<>(one);
                    with.put(fact, value);
                    more.add(with);
                }
            }
            cases = more;
        }
        return cases.stream().noneMatch(facts -> mayHold(rule, facts));
    }

    private static boolean mayHold(Rule rule, Map<String, Object> facts) {
        try {
            return !Boolean.FALSE.equals(rule.condition().weighed(facts));
        } catch (CelEvaluationException unknown) {
            return true;
        }
    }

    private static List<Object> values(String fact, Rule rule) {
        if (fact.equals("action")) {
            return List.copyOf(rule.actions().stream().map(ActionKind::key).toList());
        }
        CelType type = Facts.TYPES.get(fact);
        if (SimpleType.BOOL.equals(type)) {
            return List.of(true, false);
        }
        Set<String> words = Facts.WORDS.getOrDefault(fact, Set.of());
        return type instanceof ListType ? subsets(words) : List.copyOf(words);
    }

    private static List<Object> subsets(Set<String> words) {
        List<String> ordered = List.copyOf(new TreeSet<>(words));
        List<Object> subsets = new ArrayList<>();
        for (int bits = 0; bits < 1 << ordered.size() && !ordered.isEmpty(); bits++) {
            List<String> subset = new ArrayList<>();
            for (int place = 0; place < ordered.size(); place++) {
                if ((bits >> place & 1) == 1) {
                    subset.add(ordered.get(place));
                }
            }
            subsets.add(subset);
        }
        return subsets;
    }
}
