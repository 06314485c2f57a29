package se.handtag.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the rules say.
 *
 * @param reasons the rules that decided, with their words; at least one
 * @param approvals who must say yes, when allowed; empty when nobody must
 * @param needsReason whether the requester must say why
 * @param version which rules decided: the first twelve characters of their file's SHA-256
 * @param errors rules that could not be evaluated, which count as matching when they deny or demand and as absent when they
 *     allow
 */
public record Decision(
        Verdict verdict,
        List<Reason> reasons,
        Set<ApproverKind> approvals,
        boolean needsReason,
        String version,
        List<String> errors) {

    public Decision {
        reasons = List.copyOf(reasons);
        approvals = Set.copyOf(approvals);
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
        return verdict == Verdict.ALLOWED && !approvals.isEmpty();
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
