package se.handtag.ui.kit;

import java.util.List;
import java.util.Locale;

/** The languages that the portal speaks. */
public final class Languages {
    /** English, the one for those who ask for neither; with the day before the month and a clock of 24 hours. */
    public static final Locale ENGLISH = Locale.UK;

    /** Swedish. */
    public static final Locale SWEDISH = Locale.of("sv", "SE");

    /** All, the one for those who ask for neither first. */
    public static final List<Locale> ALL = List.of(ENGLISH, SWEDISH);

    private Languages() {}

    /** The one of ours that speaks the language of {@code asked}, English when none does. */
    public static Locale closest(Locale asked) {
        return spoken(asked) ? SWEDISH : ENGLISH;
    }

    private static boolean spoken(Locale asked) {
        return asked.getLanguage().equals(SWEDISH.getLanguage());
    }
}
