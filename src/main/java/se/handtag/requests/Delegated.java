package se.handtag.requests;

/** What came of naming a stand-in. */
public sealed interface Delegated {

    /** It counts from its first day. */
    record Done(Delegation delegation) implements Delegated {}

    /** Nobody is known under that address. */
    record Nobody() implements Delegated {}

    /** Nobody stands in for themselves. */
    record Yourself() implements Delegated {}

    /** It would end before it starts, or is over already. */
    record NoTime() implements Delegated {}
}
