package se.handtag.requests;

import se.handtag.identity.Person;

/** Proof that whoever acts is the person, and not somebody at a session left open. */
interface SignInProof {

    /**
     * Uses the proof up for one action, as part of the caller's transaction.
     *
     * @param action what for, as in records
     * @return false when there is none that serves
     */
    boolean spend(Person person, String action);
}
