package se.handtag.notifications;

import java.util.Locale;
import se.handtag.identity.PersonId;

/** Who is told. */
sealed interface Recipient {

    /** A person who has signed in at least once. */
    record One(PersonId person) implements Recipient {}

    /** Whoever has the address. */
    record Address(String address) implements Recipient {
        /** In lower case, as people's own addresses are kept. */
        public Address {
            address = address.strip().toLowerCase(Locale.ROOT);
        }
    }

    /** Everyone of IT. */
    record It() implements Recipient {}
}
