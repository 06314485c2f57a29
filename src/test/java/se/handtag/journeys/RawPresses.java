package se.handtag.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import se.handtag.RawUi;
import se.handtag.RawWords;
import se.handtag.SignInByHttp;

/** Somebody who presses whatever the server says can be pressed, and whatever appears then. */
final class RawPresses implements AutoCloseable {
    /** A question, perhaps after a choice. */
    private static final int DEEPEST = 2;
    /** Of what appears at a press, such as a long list to choose from. */
    private static final int MOST_NEW = 4;
    /** More than any page has. */
    private static final int MOST_NODES = 600;
    /** Of what reads the same on one page. */
    private static final int MOST_ALIKE = 2;

    /** What takes a question away; nothing but a sign is mostly that. */
    private static final Set<String> WAYS_OUT = Set.of("Cancel", "");

    private static final String FILE = "name,group\nNils Ny,#1\n";

    private final SignInByHttp browser;
    private final RawWords words;

    private RawPresses(SignInByHttp browser, RawWords words) {
        this.browser = browser;
        this.words = words;
    }

    /** Somebody who signs in under that name. */
    static RawPresses by(String who, int port) {
        return new RawPresses(SignInByHttp.as(who, port), RawWords.FITTING);
    }

    /** The same, who writes and chooses otherwise. */
    RawPresses writing(RawWords others) {
        return new RawPresses(browser, others);
    }

    SignInByHttp browser() {
        return browser;
    }

    RawUi open(String page) {
        return RawUi.open(browser, page);
    }

    /** What is on the page. */
    String text(String page) {
        try (var window = open(page)) {
            return window.text();
        }
    }

    /** Presses what the page does not show. */
    void blindly(String page) {
        try (var window = open(page)) {
            window.pressBlindly(MOST_NODES);
        }
    }

    /** Opens the page once for each thing on it, so that every press begins on an untouched page. */
    void everything(String page) {
        // As many as there are at first: a press may add to the page that it is on.
        int all = count(page);
        for (int number = 0; number < all; number++) {
            press(page, number, () -> false);
        }
        lists(page);
    }

    private int count(String page) {
        try (var window = open(page)) {
            window.fillIn(words);
            return chosen(window, window.pressable()).size();
        }
    }

    /** Presses the thing of that number and what appears then, the last first, for that is where a yes stands. */
    boolean press(String page, int number, BooleanSupplier enough) {
        try (var window = open(page)) {
            window.fillIn(words);
            List<Integer> known = window.pressable();
            List<Integer> chosen = chosen(window, known);
            if (number >= chosen.size() || enough.getAsBoolean()) {
                return false;
            }
            window.press(chosen.get(number));
            if (page.equals("many")) {
                answered(window, known);
            }
            whatAppears(window, known, enough);
            return true;
        }
    }

    /** Rows are clicked, and files handed in. */
    private void lists(String page) {
        try (var window = open(page)) {
            if (window.hasRows()) {
                List<Integer> known = window.pressable();
                window.rows();
                whatAppears(window, known, () -> false);
            }
            if (!window.uploads().isEmpty()) {
                List<Integer> known = window.pressable();
                window.upload("people.csv", FILE.getBytes(UTF_8));
                if (page.equals("directory/files")) {
                    answered(window, known);
                }
                whatAppears(window, known, () -> false);
            }
        }
    }

    /** Waits until something to press has come, or word that there is nothing, where pages answer when they have read enough. */
    private static void answered(RawUi window, List<Integer> before) {
        await().until(() -> {
            window.listen();
            return window.text().contains("This would happen") || !before.containsAll(window.pressable());
        });
    }

    private void whatAppears(RawUi window, List<Integer> before, BooleanSupplier enough) {
        List<Integer> known = before;
        for (int depth = 0; depth < DEEPEST; depth++) {
            List<Integer> seen = known;
            window.fillIn(words);
            known = window.pressable();
            (depth == 0 || words.nth() % 2 == 0 ? known.reversed() : known)
                    .stream()
                    .filter(node -> !seen.contains(node))
                    .sorted(Comparator.comparing(node -> WAYS_OUT.contains(window.text(node))))
                    .limit(MOST_NEW)
                    .takeWhile(_ -> !enough.getAsBoolean())
                    .forEach(window::press);
        }
    }

    private static List<Integer> chosen(RawUi window, List<Integer> pressable) {
        Map<String, Integer> alike = new HashMap<>();
        return pressable.stream()
                .filter(node -> !window.text(node).equals("Skip to the content"))
                .filter(node -> alike.merge(window.text(node).replaceAll("[0-9]+", ""), 1, Integer::sum) <= MOST_ALIKE)
                .toList();
    }

    @Override
    public void close() {
        browser.close();
    }
}
