package se.handtag.policy;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells whoever starts the portal what is wrong with its rules, without a stack trace. */
class RulesFailure extends AbstractFailureAnalyzer<RulesInvalid> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, RulesInvalid cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Correct the file, or name another with the setting handtag.policy.rules.",
                cause);
    }
}
