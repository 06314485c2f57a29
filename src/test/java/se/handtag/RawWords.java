package se.handtag;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is written into fields, and which of several things is chosen.
 *
 * @param others what is written where anything is taken
 * @param byLabel what is written into fields that take only something certain, and which is chosen in them
 * @param nth which is chosen, counted round and round
 */
public record RawWords(String others, Map<String, String> byLabel, int nth) {

    /** Something that fits most fields, and the first that there is to choose. */
    public static final RawWords FITTING = new RawWords(
            "because",
            Map.ofEntries(
                    Map.entry("Ticket number", "INC-4711"),
                    Map.entry("E-mail address or account", "bo.lind@fjallrav.example"),
                    Map.entry("E-mail address", "bo.lind@fjallrav.example"),
                    Map.entry("E-mail", "raw@fjallrav.example"),
                    Map.entry("Phone number", "+46 31 390 06 72"),
                    Map.entry("Address of the picture", "https://fjallrav.example/p.png"),
                    Map.entry("Size in bytes", "1"),
                    Map.entry("Version as a number", "1"),
                    Map.entry("Version", "1"),
                    Map.entry("Id in the store", "1"),
                    Map.entry("Preselects", ""),
                    Map.entry("Package id", "se.fjallrav.raw")),
            0);

    /** The same, and that one of several. */
    public RawWords choosing(int number) {
        return new RawWords(others, byLabel, number);
    }

    /** The same, and something else where anything is taken. */
    public RawWords saying(String text) {
        return new RawWords(text, byLabel, nth);
    }

    /** The same, and that in fields of that name; where there is something to choose, its number. */
    public RawWords with(String label, String text) {
        var more = new HashMap<>(byLabel);
        more.put(label, text);
        return new RawWords(others, Map.copyOf(more), nth);
    }

    boolean knows(String label) {
        return byLabel.containsKey(label);
    }

    /** An address that a colleague can be found by. */
    String address() {
        return of("E-mail address");
    }

    String of(String label) {
        return byLabel.getOrDefault(label, others);
    }

    /** In a field of that name. */
    Optional<String> choose(String label, List<String> choices) {
        int which = byLabel.containsKey(label) ? Integer.parseInt(of(label)) : nth;
        return choices.isEmpty() ? Optional.empty() : Optional.of(choices.get(which % choices.size()));
    }
}
