package se.handtag.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    static final Set<String> WAYS_OUT = Set.of("Cancel", "");

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
        Map<String, Integer> all;
        try (var window = open(page)) {
            window.fillIn(words);
            all = byWords(window);
        }
        all.forEach((text, count) -> {
            for (int number = 0; number < Math.min(count, MOST_ALIKE); number++) {
                press(page, text, number);
            }
        });
        lists(page);
    }

    /** What can be pressed, by what it says but for numbers, and how often that is there. */
    private static Map<String, Integer> byWords(RawUi window) {
        Map<String, Integer> alike = new LinkedHashMap<>();
        window.pressable().forEach(node -> alike.merge(said(window, node), 1, Integer::sum));
        alike.remove("Skip to the content");
        return alike;
    }

    private static String said(RawUi window, int node) {
        return window.text(node).replaceAll("[0-9]+", "");
    }

    /** Presses the thing that says that, of several the one of that number, and whatever appears then. */
    void press(String page, String text, int number) {
        try (var window = open(page)) {
            window.fillIn(words);
            List<Integer> known = window.pressable();
            List<Integer> alike = known.stream()
                    .filter(node -> said(window, node).equals(text))
                    .toList();
            if (alike.isEmpty()) {
                return;
            }
            // A press before may have taken one of them away.
            window.press(alike.get(Math.min(number, alike.size() - 1)));
            if (page.equals("many")) {
                answered(window, known);
            }
            whatAppears(window, known);
        }
    }

    /** Rows are clicked, and files handed in. */
    private void lists(String page) {
        try (var window = open(page)) {
            if (window.hasRows()) {
                List<Integer> known = window.pressable();
                window.rows();
                whatAppears(window, known);
            }
            if (!window.uploads().isEmpty()) {
                List<Integer> known = window.pressable();
                window.upload("people.csv", FILE.getBytes(UTF_8));
                if (page.equals("directory/files")) {
                    answered(window, known);
                }
                whatAppears(window, known);
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

    private void whatAppears(RawUi window, List<Integer> before) {
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
                            .forEach(window::press);
        }
    }

    @Override
    public void close() {
        browser.close();
    }
}
