package se.handtag.requests;

import java.util.Set;

/**
 * Those who may decide, of whom any one can.
 *
 * @param addresses people by address, in lower case
 * @param it whether anyone of IT can, too
 */
record Candidates(Set<String> addresses, boolean it) {
    static final Candidates IT = new Candidates(Set.of(), true);

    Candidates {
        addresses = Set.copyOf(addresses);
    }

    boolean nobody() {
        return addresses.isEmpty() && !it;
    }
}
