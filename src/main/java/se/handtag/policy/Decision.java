package se.handtag.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say.
 *
 * @param reasons the rules that decided, with their words; at least one
 * @param stages who must say yes, in order, when allowed; empty when nobody must
 * @param needsReason whether the requester must say why
 * @param needsFreshSignIn whether whoever asks, and whoever says yes, must prove once more who they are
 * @param hold how long it waits before it is sent, so that it can be called off; null when it does not wait
 * @param version which rules decided: the version's number and the first twelve characters of its SHA-256, such as
 *     {@code 3-9f2ca0b17d44}
 * @param errors rules that could not be evaluated, which count as matching when they deny or demand and as absent when they
 *     allow
 */
public record Decision(
        Verdict verdict,
        List<Reason> reasons,
        List<Stage> stages,
        boolean needsReason,
        boolean needsFreshSignIn,
        @Nullable Duration hold,
        String version,
        List<String> errors) {

    public Decision {
        reasons = List.copyOf(reasons);
        stages = List.copyOf(stages);
        errors = List.copyOf(errors);
    }

    /** Yes, perhaps with something to be met first; or no. */
    public enum Verdict {
        ALLOWED,
        DENIED
    }

    public boolean denied() {
        return verdict == Verdict.DENIED;
    }

    public boolean needsApproval() {
        return verdict == Verdict.ALLOWED && !stages.isEmpty();
    }

    /** In one word, for records. */
    public String word() {
        if (denied()) {
            return "denied";
        }
        return needsApproval() ? "needs approval" : "allowed";
    }

    public List<String> ruleIds() {
        List<String> ids = new ArrayList<>();
        for (Reason reason : reasons) {
            ids.add(reason.rule());
        }
        return ids;
    }
}
