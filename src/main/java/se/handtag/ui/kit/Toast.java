package se.handtag.ui.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import java.time.Duration;

/** A short word at the screen's lower edge about what one just did. Never the only place where something important stands. */
public final class Toast {
    private static final int SHOWN_MILLISECONDS = 6_000;

    private Toast() {}

    /** It worked; gone by itself, announced politely. */
    public static void done(String text) {
        show("ok", Glyph.CHECK, text, SHOWN_MILLISECONDS, false);
    }

    /** It did not work; stays until closed, announced at once. */
    public static void problem(String text) {
        var toast = show("no", Glyph.WARNING, text, 0, true);
        toast.add(Buttons.sign(Glyph.CLOSE, toast.getTranslation("kit.close"), toast::close));
    }

    /**
     * It worked and can be undone for a while.
     *
     * @param undo called when the person presses "Undo" in time
     * @param shown how long; whether it is in time is for the caller to decide
     */
    public static void undoable(String text, Duration shown, Runnable undo) {
        var toast = show("ok", Glyph.CHECK, text, Math.toIntExact(shown.toMillis()), false);
        var button = new Button(toast.getTranslation("kit.undo"), event -> {
            toast.close();
            undo.run();
        });
        button.setDisableOnClick(true);
        toast.add(button);
    }

    private static Notification show(String kind, Glyph glyph, String text, int milliseconds, boolean assertive) {
        var words = new Div(glyph.picture(), new Span(text));
        words.addClassNames("toast", kind);
        var toast = new Notification(words);
        toast.setPosition(Position.BOTTOM_CENTER);
        toast.setDuration(milliseconds);
        toast.setAssertive(assertive);
        toast.open();
        return toast;
    }
}
