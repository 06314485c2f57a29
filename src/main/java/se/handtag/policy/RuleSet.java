package se.handtag.policy;

import dev.cel.runtime.CelEvaluationException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

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

    private RuleSet(List<Rule> rules, String version) {
        this.rules = List.copyOf(rules);
        this.version = version;
    }

    /** @throws RulesInvalid when they cannot be used */
    static RuleSet of(String file, String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new RuleSet(
                    RuleReader.read(file, text), HexFormat.of().formatHex(hash).substring(0, 12));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** A matching deny wins; otherwise all matching demands add up; without a matching allow it is denied. */
    Decision decide(Question question) {
        Map<String, Object> facts = Facts.of(question);
        List<Reason> denies = new ArrayList<>();
        List<Reason> reasons = new ArrayList<>();
        List<Reason> allows = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        var demands = new Demands();
        for (Rule rule : rules) {
            if (!rule.actions().contains(question.action()) || !matches(rule, facts, errors)) {
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
        try {
            return Boolean.TRUE.equals(rule.condition().program().eval(facts));
        } catch (CelEvaluationException failed) {
            errors.add(rule.id() + ": " + failed.getErrorCode());
            return rule.effect() != Effect.ALLOW;
        }
    }
}
