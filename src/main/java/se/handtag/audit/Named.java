package se.handtag.audit;

import java.util.Set;
import se.handtag.identity.PersonId;
import se.handtag.identity.Whose;

/**
 * Somebody as the log may name them, with all accounts and numbers that are known to be theirs.
 *
 * @param key what the log calls them: {@code pseudonym/<id>}, or {@code user/17} for whoever never signed in
 * @param name the name to show, as it was known last
 * @param persons their accounts, and the numbers that stood for one
 * @param users the numbers under which the MDM knew them
 * @param names every name that they are known to have had
 * @param addresses their addresses, in lower case
 */
public record Named(
        String key, String name, Set<PersonId> persons, Set<Integer> users, Set<String> names, Set<String> addresses) {

    public Named {
        persons = Set.copyOf(persons);
        users = Set.copyOf(users);
        names = Set.copyOf(names);
        addresses = Set.copyOf(addresses);
    }

    /** Whether they ever signed in. */
    public boolean hasAccount() {
        return !key.startsWith("user/");
    }

    /** The same for rooms that know nothing of the log. */
    Whose whose() {
        return new Whose(persons, users, names, addresses);
    }
}
