package se.handtag.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.handtag.Erased;

/**
 * Whose names are to be cleared.
 *
 * @param persons their accounts
 * @param users the numbers under which the MDM knew them
 * @param names every name that they are known to have had
 * @param addresses their addresses
 */
public record Whose(Set<PersonId> persons, Set<Integer> users, Set<String> names, Set<String> addresses) {
    /** Matches nothing. */
    private static final String NONE = "a\\A";

    public Whose {
        persons = Set.copyOf(persons);
        users = Set.copyOf(users);
        names = names.stream()
                .filter(name -> !name.isBlank() && !Erased.isIn(name))
                .collect(Collectors.toUnmodifiableSet());
        addresses = addresses.stream()
                .filter(each -> !each.isBlank() && !Erased.isIn(each))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Nobody's in particular. */
    static final Whose EVERYBODY = new Whose(Set.of(), Set.of(), Set.of(), Set.of());

    /**
     * What a statement can ask for: {@code :persons}, {@code :users} and their {@code :keys}; {@code :called}, their names and
     * addresses in lower case; {@code :taken}, their addresses plainly and as marks; {@code :words} and {@code :jsonWords},
     * regular expressions that find one of {@code :called} in a text and in the values of a JSON text.
     */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("persons", persons.stream().map(PersonId::value).toArray(UUID[]::new));
        parameters.put("users", users.toArray(Integer[]::new));
        parameters.put("keys", users.stream().map(user -> "user/" + user).toArray(String[]::new));
        parameters.put("called", lower(called()));
        parameters.put(
                "taken",
                lower(addresses.stream()
                        .flatMap(address -> Stream.of(address, "address/" + address))
                        .toList()));
        parameters.put("words", anyOf(UnaryOperator.identity(), ""));
        // Neither the name of a value nor one of the portal's own words, or the row could not be read any more.
        parameters.put("jsonWords", anyOf(Whose::inJson, "(?![^\"\\\\]*\"\\s*:)"));
        return parameters;
    }

    private Collection<String> called() {
        return Stream.concat(names.stream(), addresses.stream()).toList();
    }

    private static String[] lower(Collection<String> texts) {
        return texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toArray(String[]::new);
    }

    /** Exactly one of them, and not as a part of a longer name or address; the longest that fits. */
    private String anyOf(UnaryOperator<String> written, String also) {
        return called().stream()
                .sorted((one, other) -> other.length() - one.length())
                .map(text -> written.apply(text).replaceAll("[^\\p{L}\\p{N}]", "\\\\$0"))
                .reduce((one, other) -> one + "|" + other)
                .map(all -> (also.isEmpty() ? "" : "(?<!\"(kind|platform|effect)\": \")") + "(?<![[:alnum:]._%+-])(?:"
                        + all + ")(?![[:alnum:]_-])" + also)
                .orElse(NONE);
    }

    private static String inJson(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
