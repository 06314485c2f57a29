package se.handtag.journeys;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import se.handtag.RawUi;
import se.handtag.RawWords;

/** A page that somebody left open, on which every question is asked already and only the yes is missing. */
final class KeptPage implements AutoCloseable {
    /** Presses that only ask a question. */
    private static final String ASKS =
            "(Approve|Reject|Withdraw|Delete|Change|Stop|Sign|Put on|Hand over|Report|Clear|Refresh"
                    + "|Lock|Ask|Send|Request)\\b.*";

    private final RawUi window;
    private final List<Integer> known;

    private KeptPage(RawUi window) {
        this.window = window;
        window.fillIn(RawWords.FITTING);
        List<Integer> first = window.pressable();
        first.stream().filter(node -> window.text(node).matches(ASKS)).forEach(window::press);
        window.fillIn(RawWords.FITTING);
        known = new ArrayList<>(window.pressable());
    }

    /** These pages of somebody's, each in a window of its own. */
    static List<KeptPage> of(RawPresses somebody, String... pages) {
        return Stream.of(pages).map(page -> new KeptPage(somebody.open(page))).toList();
    }

    /** A page on which a press comes before there is anything to ask. */
    static KeptPage after(RawPresses somebody, String page, String press) {
        var window = somebody.open(page);
        window.fillIn(RawWords.FITTING);
        window.pressable().stream()
                .filter(node -> window.text(node).equals(press))
                .forEach(window::press);
        return new KeptPage(window);
    }

    /** How many things on it say that. */
    long count(String words) {
        return known.stream()
                .filter(node -> window.text(node).startsWith(words))
                .count();
    }

    /** Presses all that was there when it was opened, what came last first; whether or not it is there still. */
    void press() {
        press("");
    }

    /** The same of what says that. */
    void press(String words) {
        known.reversed().stream()
                .filter(node -> window.text(node).startsWith(words))
                .sorted(Comparator.comparing(node -> RawPresses.WAYS_OUT.contains(window.text(node))))
                .forEach(window::knock);
    }

    @Override
    public void close() {
        window.close();
    }
}
