package se.handtag.ui.words;

import java.util.Locale;
import se.handtag.commands.CommandState;
import se.handtag.ui.kit.Chip;

/** A command's state in a word or two, in the colour that goes with it on every screen. */
public final class StateChip {
    private StateChip() {}

    public static Chip of(CommandState state, Words words, Locale locale) {
        String text = words.state(state, locale);
        return switch (state) {
            case HELD, DUE, SENDING, UNKNOWN -> Chip.waiting(text);
            case ACCEPTED, CONTACT_SINCE, NOT_VERIFIABLE -> Chip.info(text);
            case EFFECT_SEEN, SETTLED_DONE -> Chip.ok(text);
            case REFUSED, CANCELLED, CONTRADICTED, SETTLED_NOT_DONE -> Chip.no(text);
        };
    }
}
