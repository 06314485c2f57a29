package se.handtag.policy;

import java.util.List;

/**
 * What is to be said about a draft.
 *
 * @param rules mistakes in the rules
 * @param tests mistakes in their tests
 * @param failed tests that the rules do not pass; empty while there are mistakes in either
 * @param passed how many tests they pass
 * @param looser where they may let pass what the rules in force do not; empty while there are mistakes in the rules
 */
public record RuleCheck(
        List<Problem> rules, List<Problem> tests, List<Failed> failed, int passed, List<Loosening> looser) {

    /**
     * A test that is not passed.
     *
     * @param line where it starts, from 1
     * @param differences what was expected and what came
     */
    public record Failed(String name, int line, List<String> differences) {}

    /** Whether such a draft can be published. */
    public boolean good() {
        return rules.isEmpty() && tests.isEmpty() && failed.isEmpty();
    }

    static RuleCheck of(RuleSet now, String rules, String tests) {
        RuleTestReader.Read examples = RuleTestReader.read(tests);
        RuleSet draft;
        try {
            draft = RuleSet.of("draft", rules);
        } catch (RulesInvalid invalid) {
            return new RuleCheck(invalid.problems(), examples.problems(), List.of(), 0, List.of());
        }
        List<Failed> failed = examples.tests().stream()
                .map(test -> new Failed(test.name(), test.line(), test.differences(draft)))
                .filter(test -> !test.differences().isEmpty())
                .toList();
        return new RuleCheck(
                List.of(),
                examples.problems(),
                failed,
                examples.tests().size() - failed.size(),
                Strictness.loosened(now, draft));
    }
}
