package se.handtag.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;

/**
 * A point in time in a {@code <time>} element, in the person's language and zone; the whole date with seconds is its tooltip.
 */
@Tag("time")
public final class TimeText extends Component implements HasText, HasStyle {
    /** Stands for an object in text (Unicode), and so in no sentence of ours. */
    private static final String PLACE = "\uFFFC";

    private TimeText(Instant when, Moments moments, String text) {
        addClassName("time");
        setText(text);
        getElement()
                .setAttribute("datetime", when.truncatedTo(ChronoUnit.SECONDS).toString())
                .setAttribute("title", moments.whole(when));
    }

    /** When, on the clock: "10:41", "yesterday 10:41", "12 Nov 10:41". */
    public static TimeText clock(Instant when, Clock clock) {
        var moments = moments(clock);
        return new TimeText(when, moments, moments.absolute(when, TimeText::words));
    }

    /** How long ago or how far ahead: "4 min ago". Goes on while the page is open. */
    public static TimeText relative(Instant when, Clock clock) {
        var moments = moments(clock);
        return new TimeText(when, moments, moments.relative(when, TimeText::words)).passing("alone", clock);
    }

    /** Both: "10:41, 4 min ago". Goes on while the page is open. */
    public static TimeText both(Instant when, Clock clock) {
        var moments = moments(clock);
        var text = moments.absolute(when, TimeText::words) + ", " + moments.relative(when, TimeText::words);
        return new TimeText(when, moments, text).passing("after", clock);
    }

    /**
     * A sentence that says how long ago it was, which goes on while the page is open.
     *
     * @param sentence puts what it gets into the sentence, once
     */
    public static Span within(Instant when, Clock clock, UnaryOperator<String> sentence) {
        return within(relative(when, clock), sentence);
    }

    /** The same with the time on the clock before it: "In contact 10:41, 4 min ago". */
    public static Span bothWithin(Instant when, Clock clock, UnaryOperator<String> sentence) {
        return within(both(when, clock), sentence);
    }

    private static Span within(TimeText time, UnaryOperator<String> sentence) {
        String text = sentence.apply(PLACE);
        int at = text.indexOf(PLACE);
        var within = new Span(new Text(text.substring(0, at)), time);
        String after = text.substring(at + PLACE.length());
        if (!after.isEmpty()) {
            within.add(after);
        }
        return within;
    }

    private TimeText passing(String how, Clock clock) {
        getElement().setAttribute("data-passes", how);
        addAttachListener(event -> PassingTime.begin(event.getUI(), clock));
        return this;
    }

    /** The words alone, to be put into a sentence or a chip: "4 min ago". */
    public static String relativeWords(Instant when, Clock clock) {
        return moments(clock).relative(when, TimeText::words);
    }

    /** The words alone, to be put into a sentence: "yesterday 10:41". */
    public static String clockWords(Instant when, Clock clock) {
        return moments(clock).absolute(when, TimeText::words);
    }

    /** The zone that the person's browser names; the server's own when it names none that is known. */
    public static ZoneId zone() {
        var ui = UI.getCurrent();
        var id = ui == null ? null : ui.getPage().getExtendedClientDetails().getTimeZoneId();
        if (id == null || id.isBlank()) {
            return ZoneId.systemDefault();
        }
        try {
            return ZoneId.of(id);
        } catch (DateTimeException unknown) {
            return ZoneId.systemDefault();
        }
    }

    private static Moments moments(Clock clock) {
        var ui = UI.getCurrent();
        return new Moments(ui == null ? Languages.ENGLISH : ui.getLocale(), zone(), clock.instant());
    }

    private static String words(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
