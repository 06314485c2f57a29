package se.handtag.policy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One rule, checked.
 *
 * @param stages who must say yes, in order; empty unless the rule demands an approval
 * @param hold how long it waits before it is sent, null unless the rule holds
 */
record Rule(
        String id,
        Effect effect,
        List<Stage> stages,
        @Nullable Duration hold,
        Set<ActionKind> actions,
        Condition condition,
        Explanation explanation) {

    Rule {
        stages = List.copyOf(stages);
        actions = Set.copyOf(actions);
    }

    /** Whether it asks for something before what is allowed is done. */
    boolean asks() {
        return effect != Effect.ALLOW && effect != Effect.DENY;
    }

    Reason reason() {
        return new Reason(id, effect, explanation);
    }
}
