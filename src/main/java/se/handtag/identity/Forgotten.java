package se.handtag.identity;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Somebody whose names are erased, with all that is known to be theirs.
 *
 * @param persons their accounts
 * @param users their numbers in the MDM
 * @param names every name that they are known to have had
 * @param addresses their addresses, in lower case
 */
public record Forgotten(Set<PersonId> persons, Set<Integer> users, Set<String> names, Set<String> addresses) {
    /** What stands where a name was; pages say it in words. */
    public static final String NAME = "[…]";

    public Forgotten {
        persons = Set.copyOf(persons);
        users = Set.copyOf(users);
        names = Set.copyOf(names);
        addresses = Set.copyOf(addresses);
    }

    /**
     * For statements: {@code :erased} for what stands where a name was; {@code :persons}; {@code :users}, and {@code :keys} of
     * those as subjects; {@code :called}, names and addresses in lower case; {@code :addresses}; {@code :marks}, the same alone
     * and as marks of a human.
     */
    public Map<String, Object> parameters() {
        return Map.of(
                "erased", NAME,
                "persons", persons.stream().map(PersonId::value).toArray(UUID[]::new),
                "users", users.toArray(Integer[]::new),
                "keys", users.stream().map(user -> "user/" + user).toArray(String[]::new),
                "called", called().map(name -> name.toLowerCase(Locale.ROOT)).toArray(String[]::new),
                "addresses", addresses.toArray(String[]::new),
                "marks",
                        addresses.stream()
                                .flatMap(address -> Stream.of(address, "address/" + address))
                                .toArray(String[]::new));
    }

    private Stream<String> called() {
        return Stream.concat(names.stream(), addresses.stream());
    }

    /**
     * Regular expressions of PostgreSQL, one for each name and address: exactly that, not as a part of a longer one. What stands
     * before it is the first group, what stands behind it the second.
     */
    public String[] words() {
        return called().map(Forgotten::asAWord).toArray(String[]::new);
    }

    private static String asAWord(String text) {
        return "(^|[^[:alnum:]._%+-])" + text.replaceAll("[^\\p{L}\\p{N}]", "\\\\$0") + "($|[^[:alnum:]_-])";
    }
}
