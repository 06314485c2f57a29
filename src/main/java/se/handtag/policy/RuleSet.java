package se.handtag.policy;

import dev.cel.runtime.CelEvaluationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules in force. */
final class RuleSet {
    /** Stands in a decision that no rule made. */
    static final Reason DEFAULT_DENY = new Reason(
            "default-deny",
            Effect.DENY,
            new Explanation(
                    "No rule allows this. If you need it, ask IT.",
                    "Ingen regel tillåter det här. Behöver du det, fråga it."));

    private final List<Rule> rules;
    private final String version;
    private final Set<String> texts;

    private RuleSet(List<Rule> rules, String version) {
        this.rules = List.copyOf(rules);
        this.version = version;
        texts = rules.stream()
                .flatMap(rule -> Vocabulary.texts(rule.condition().tree()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Rules that are not in force. @throws RulesInvalid when they cannot be used */
    static RuleSet of(String file, String text) {
        return new RuleSet(RuleReader.read(file, text), shortened(Hashes.of(text)));
    }

    /** @throws RulesInvalid when they cannot be used */
    static RuleSet inForce(RuleVersion version) {
        String name = "version " + version.number();
        return new RuleSet(RuleReader.readPublished(name, version.rules()), inForce(version.number(), version.hash()));
    }

    /** The same rules as that version, whose text is theirs. */
    RuleSet inForceAs(RuleVersion version) {
        return new RuleSet(rules, inForce(version.number(), version.hash()));
    }

    private static String inForce(int number, String hash) {
        return number + "-" + shortened(hash);
    }

    private static String shortened(String hash) {
        return hash.substring(0, 12);
    }

    List<Rule> rules() {
        return rules;
    }

    String version() {
        return version;
    }

    /** Whether a condition names the text, be it a tag, a group or anything else. */
    boolean names(String text) {
        return texts.contains(text);
    }

    /** Whether any rule could have the action wait after it is allowed. */
    boolean mayHold(ActionKind action) {
        return rules.stream()
                .anyMatch(rule -> rule.hold() != null && rule.actions().contains(action));
    }

    Decision decide(Question question) {
        return decide(question.action(), Facts.of(question));
    }

    /** A matching deny wins; otherwise all matching demands add up; without a matching allow it is denied. */
    Decision decide(ActionKind action, Map<String, Object> facts) {
        List<Reason> denies = new ArrayList<>();
        List<Reason> reasons = new ArrayList<>();
        List<Reason> allows = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        var demands = new Demands();
        for (Rule rule : rules) {
            // Rules published before that was refused may still ask for something before a device is locked.
            boolean speaks = rule.actions().contains(action) && !(rule.asks() && action == ActionKind.LOCK);
            if (!speaks || !matches(rule, facts, errors)) {
                continue;
            }
            switch (rule.effect()) {
                case DENY -> denies.add(rule.reason());
                case ALLOW -> allows.add(rule.reason());
                case NEEDS_APPROVAL, NEEDS_FRESH_SIGN_IN, NEEDS_REASON, HOLD -> {
                    reasons.add(rule.reason());
                    demands.add(rule);
                }
            }
        }
        if (!denies.isEmpty()) {
            return denied(denies, errors);
        }
        if (allows.isEmpty()) {
            return denied(List.of(DEFAULT_DENY), errors);
        }
        reasons.addAll(allows);
        return demands.allowed(reasons, version, errors);
    }

    private Decision denied(List<Reason> reasons, List<String> errors) {
        return new Decision(Decision.Verdict.DENIED, reasons, List.of(), false, false, null, version, errors);
    }

    private static boolean matches(Rule rule, Map<String, Object> facts, List<String> errors) {
        String error;
        try {
            Object result = rule.condition().weighed(facts);
            if (result instanceof Boolean matching) {
                return matching;
            }
            // What depends on a fact that is missing is neither true nor false.
            error = "UNKNOWN";
        } catch (CelEvaluationException failed) {
            error = failed.getErrorCode().name();
        }
        errors.add(rule.id() + ": " + error);
        return rule.effect() != Effect.ALLOW;
    }
}
