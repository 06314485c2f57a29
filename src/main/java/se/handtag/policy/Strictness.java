package se.handtag.policy;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Compares two sets of rules by what they say, not by what was asked so far. Whatever is not proved to be the same or
 * stricter counts as looser: a condition written in another way, too, for two people look at it then, not one.
 */
final class Strictness {
    private final RuleSet now;
    private final RuleSet draft;
    private final Map<Rule, Terms> terms = new IdentityHashMap<>();

    private Strictness(RuleSet now, RuleSet draft) {
        this.now = now;
        this.draft = draft;
    }

    /** Where the draft may let pass what the rules in force do not; empty when it is nowhere looser. */
    static List<Loosening> loosened(RuleSet now, RuleSet draft) {
        return new Strictness(now, draft).find();
    }

    private List<Loosening> find() {
        List<Loosening> found = new ArrayList<>();
        for (ActionKind action : ActionKind.values()) {
            List<Rule> allows = allows(draft, action);
            for (Rule allow : allows) {
                if (!deniedBefore(allow, action)) {
                    found.add(new Loosening(allow.id(), action, Loosening.Kind.ALLOWS_MORE));
                }
            }
            for (Rule rule : allows.isEmpty() ? List.<Rule>of() : now.rules()) {
                if (rule.actions().contains(action) && rule.effect() != Effect.ALLOW && !stillStands(rule, action)) {
                    boolean denies = rule.effect() == Effect.DENY;
                    found.add(new Loosening(
                            rule.id(), action, denies ? Loosening.Kind.DENIES_LESS : Loosening.Kind.DEMANDS_LESS));
                }
            }
        }
        return found;
    }

    private static List<Rule> allows(RuleSet rules, ActionKind action) {
        return rules.rules().stream()
                .filter(rule -> rule.effect() == Effect.ALLOW && rule.actions().contains(action))
                .toList();
    }

    private boolean deniedBefore(Rule allow, ActionKind action) {
        return allows(now, action).stream().anyMatch(before -> covers(before, allow))
                || inDraft(allow, action, rule -> rule.effect() == Effect.DENY);
    }

    private boolean stillStands(Rule rule, ActionKind action) {
        if (inDraft(rule, action, later -> later.effect() == Effect.DENY)) {
            return true;
        }
        return switch (rule.effect()) {
            case DENY, ALLOW -> false;
            case NEEDS_REASON, NEEDS_FRESH_SIGN_IN ->
                inDraft(rule, action, later -> later.effect() == rule.effect());
            case HOLD -> inDraft(rule, action, later -> holdsAsLong(later, rule));
            case NEEDS_APPROVAL ->
                rule.stages().stream().allMatch(stage -> inDraft(rule, action, later -> later.stages().stream().anyMatch(stage::within)));
        };
    }

    /** Whether some rule of the draft is such and applies whenever this one does. */
    private boolean inDraft(Rule rule, ActionKind action, Predicate<Rule> such) {
        return draft.rules().stream()
                .anyMatch(later -> later.actions().contains(action) && such.test(later) && covers(later, rule));
    }

    private static boolean holdsAsLong(Rule later, Rule rule) {
        return later.effect() == Effect.HOLD
                && Objects.requireNonNull(later.hold()).compareTo(Objects.requireNonNull(rule.hold())) >= 0;
    }

    private boolean covers(Rule wider, Rule narrower) {
        return terms(wider).coverAllOf(terms(narrower));
    }

    private Terms terms(Rule rule) {
        return terms.computeIfAbsent(rule, some -> Terms.of(some.condition()));
    }
}
