package se.handtag.policy;

/** What a rule does when its condition holds. */
public enum Effect {
    DENY("deny"),
    NEEDS_APPROVAL("needs approval"),
    NEEDS_FRESH_SIGN_IN("needs fresh sign-in"),
    NEEDS_REASON("needs reason"),
    HOLD("hold"),
    ALLOW("allow");

    private final String word;

    Effect(String word) {
        this.word = word;
    }

    /** As rules, records and tests of rules write it. */
    public String word() {
        return word;
    }

    /** Whether it asks for something to be met before what is allowed is done. */
    public boolean demands() {
        return this != DENY && this != ALLOW;
    }
}
