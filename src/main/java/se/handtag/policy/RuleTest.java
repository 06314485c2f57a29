package se.handtag.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One example of what the rules are to say: facts given, decision expected.
 *
 * @param given every fact, those that the example does not name at their plain values
 * @param by the rules that are to decide, null when the example does not say
 * @param stages who is to be asked, as {@link Stage#word()} has it; null when the example does not say
 * @param needs what else is to be met, null when the example does not say
 * @param hold how long it is to wait; null when the example does not say
 */
record RuleTest(
        String name,
        int line,
        ActionKind action,
        Map<String, Object> given,
        String outcome,
        @Nullable Set<String> by,
        @Nullable List<String> stages,
        @Nullable Set<String> needs,
        @Nullable Duration hold) {

    /** What the rules say instead of what is expected; empty when they say just that. */
    List<String> differences(RuleSet rules) {
        Decision decision = rules.decide(action, given);
        List<String> differences = new ArrayList<>();
        differ("expect", outcome, decision.word(), differences);
        differ("by", by, new TreeSet<>(decision.ruleIds()), differences);
        differ("stages", stages, decision.stages().stream().map(Stage::word).toList(), differences);
        Set<String> needed = new TreeSet<>();
        if (decision.needsReason()) {
            needed.add("reason");
        }
        if (decision.needsFreshSignIn()) {
            needed.add("fresh sign-in");
        }
        differ("needs", needs, needed, differences);
        differ("hold", hold, decision.hold(), differences);
        return differences;
    }

    private static void differ(String part, @Nullable Object expected, @Nullable Object actual, List<String> found) {
        if (expected != null && !expected.equals(actual)) {
            found.add(part + ": " + expected + " was expected, " + actual + " came");
        }
    }
}
