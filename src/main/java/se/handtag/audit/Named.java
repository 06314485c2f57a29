package se.handtag.audit;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import se.handtag.identity.PersonId;

/**
 * Somebody as the log may name them, with all accounts and numbers that are known to be theirs.
 *
 * @param key what the log calls them: {@code pseudonym/<id>}, or {@code user/17} for whoever never signed in
 * @param name the name to show, as it was known last
 * @param persons their accounts; empty when they never signed in
 * @param users the numbers under which the MDM knew them
 * @param names every name that they are known to have had
 * @param addresses their addresses, in lower case
 */
public record Named(
        String key, String name, Set<PersonId> persons, Set<Integer> users, Set<String> names, Set<String> addresses) {

    /** What stands where a name was. */
    public static final String NOBODY = "–";

    public Named {
        persons = Set.copyOf(persons);
        users = Set.copyOf(users);
        names = Set.copyOf(names);
        addresses = Set.copyOf(addresses);
    }

    /**
     * For statements: {@code :nobody}, {@code :persons}, {@code :users}, {@code :keys} of those users as subjects, {@code :called}
     * with names and addresses, {@code :addresses} and {@code :marks} with the same as marks of a human; all in lower case.
     */
    public Map<String, Object> parameters() {
        return Map.of(
                "nobody", NOBODY,
                "persons", persons.stream().map(PersonId::value).toArray(UUID[]::new),
                "users", users.toArray(Integer[]::new),
                "keys", users.stream().map(user -> "user/" + user).toArray(String[]::new),
                "called",
                        Stream.concat(names.stream(), addresses.stream())
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .toArray(String[]::new),
                "addresses", addresses.toArray(String[]::new),
                "marks", addresses.stream().map(address -> "address/" + address).toArray(String[]::new));
    }
}
