package se.handtag.policy;

import dev.cel.runtime.CelRuntime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One rule, checked.
 *
 * @param approver who must say yes, null unless the rule demands an approval
 */
record Rule(
        String id,
        Effect effect,
        @Nullable ApproverKind approver,
        Set<ActionKind> actions,
        CelRuntime.Program condition,
        Explanation explanation) {

    enum Effect {
        DENY,
        NEEDS_APPROVAL,
        NEEDS_REASON,
        ALLOW
    }

    Reason reason() {
        return new Reason(id, explanation);
    }
}
