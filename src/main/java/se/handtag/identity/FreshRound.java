package se.handtag.identity;

import java.io.Serializable;
import java.time.Instant;

/** A person has been sent to the provider to sign in anew. */
record FreshRound(PersonId person, Instant sentAt) implements Serializable {
    /** The attribute of the browser's session that holds it until the way to the provider begins. */
    static final String WAITING = "handtag.fresh";
}
