package se.handtag.policy;

/**
 * The rules that the portal was started with, checked, and their tests.
 *
 * @param name of the file, for messages
 * @param read the same rules, read
 */
record RulesFile(String name, String rules, String tests, RuleSet read) {

    /** @throws RulesInvalid when the rules cannot be used */
    static RulesFile of(String name, String rules, String tests) {
        return new RulesFile(name, rules, tests, RuleSet.of(name, rules));
    }
}
