package se.handtag.policy;

/** What came of wanting to publish a draft. */
public sealed interface Publishing {

    /** It is in force from now on. */
    record Published(RuleVersion version) implements Publishing {}

    /** It lets something pass that is not let pass now, so that a second person of IT has to agree. */
    record WaitsForSecond(RuleDraft draft) implements Publishing {}

    /** Whoever wants to publish it does not agree with themselves, under whatever account. */
    record SamePerson() implements Publishing {}

    /** There are mistakes in it. */
    record NotGood(RuleCheck check) implements Publishing {}

    /** The draft or the rules in force are others than those that were looked at. */
    record ChangedMeanwhile() implements Publishing {}
}
