package se.handtag.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Span;

/** A state in a word or two, with a sign and a tint; the words alone say it all. */
public final class Chip extends Span {
    private Chip(String kind, Glyph glyph, String text) {
        this(kind, glyph, new Text(text));
    }

    private Chip(String kind, Glyph glyph, Component words) {
        this(kind, words);
        addComponentAsFirst(glyph.picture());
    }

    private Chip(String kind, Component words) {
        addClassNames("chip", kind);
        add(words);
    }

    /** All is well: "In contact 4 min ago". */
    public static Chip ok(String text) {
        return new Chip("ok", Glyph.CHECK, text);
    }

    /** The same with more than text, such as a time that goes on. */
    public static Chip ok(Span words) {
        return new Chip("ok", Glyph.CHECK, words);
    }

    /** Something is waited for: "Not seen for 6 days". */
    public static Chip waiting(String text) {
        return new Chip("wait", Glyph.CLOCK, text);
    }

    /** The same with more than text, such as a time that goes on. */
    public static Chip waiting(Span words) {
        return new Chip("wait", Glyph.CLOCK, words);
    }

    /** Refused, failed or urgent: "Reported lost today 08:12". */
    public static Chip no(String text) {
        return new Chip("no", Glyph.WARNING, text);
    }

    /** Worth knowing: "Accepted by the device management". */
    public static Chip info(String text) {
        return new Chip("info", Glyph.INFO, text);
    }

    /** A plain word such as a tag. */
    public static Chip plain(String text) {
        return new Chip("plain", new Text(text));
    }
}
