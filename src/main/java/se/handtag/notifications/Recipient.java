package se.handtag.notifications;

import se.handtag.identity.PersonId;

/** Who is told. */
sealed interface Recipient {

    /** A person who has signed in at least once. */
    record One(PersonId person) implements Recipient {}

    /** Whoever has the address. */
    record Address(String address) implements Recipient {}

    /** Everyone of IT. */
    record It() implements Recipient {}
}
