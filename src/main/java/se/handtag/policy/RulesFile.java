package se.handtag.policy;

/**
 * The rules that the portal was started with, checked, and their tests.
 *
 * @param name of the file, for messages
 */
record RulesFile(String name, String rules, String tests) {}
