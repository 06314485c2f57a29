package se.handtag.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a request, each with its time and its evidence. Shown again when something happens; a new current step is
 * announced politely.
 */
public final class Ladder extends Div {
    private final OrderedList list = new OrderedList();
    private final Announcer announcer = new Announcer();
    private String announced = "";

    /** How far a step is. */
    public enum State {
        DONE,
        NOW,
        LATER,
        FAILED;

        private String key() {
            return switch (this) {
                case DONE -> "kit.ladder.done";
                case NOW -> "kit.ladder.now";
                case LATER -> "kit.ladder.later";
                case FAILED -> "kit.ladder.failed";
            };
        }

        private String className() {
            return switch (this) {
                case DONE -> "done";
                case NOW -> "now";
                case LATER -> "later";
                case FAILED -> "failed";
            };
        }
    }

    /**
     * One step.
     *
     * @param note its evidence or what to do; null when there is nothing to say
     * @param time when, usually a {@link TimeText}; null when it has not happened
     */
    public record Step(
            State state,
            String title,
            @Nullable String note,
            @Nullable Component time) {
        /** A step that has happened. */
        public static Step done(String title, @Nullable String note, @Nullable Component time) {
            return new Step(State.DONE, title, note, time);
        }

        /** The step that is waited for. */
        public static Step now(String title, @Nullable String note, @Nullable Component time) {
            return new Step(State.NOW, title, note, time);
        }

        /** A step still to come. */
        public static Step later(String title, @Nullable String note) {
            return new Step(State.LATER, title, note, null);
        }

        /** A step that went wrong, was refused or called off; nothing comes after it. */
        public static Step failed(String title, @Nullable String note, @Nullable Component time) {
            return new Step(State.FAILED, title, note, time);
        }
    }

    /**
     * A ladder.
     *
     * @param name what the steps are of, for screen readers
     */
    public Ladder(String name, List<Step> steps) {
        addClassName("ladder");
        list.getElement().setAttribute("role", "list").setAttribute("aria-label", name);
        add(list, announcer);
        announced = announcement(steps);
        draw(steps);
    }

    /** Shows these steps instead, and announces the current one when it is another. */
    public void show(List<Step> steps) {
        draw(steps);
        var announcement = announcement(steps);
        if (!announcement.equals(announced)) {
            announced = announcement;
            announcer.say(announcement);
        }
    }

    private void draw(List<Step> steps) {
        list.removeAll();
        steps.forEach(step -> list.add(item(step)));
    }

    private ListItem item(Step step) {
        var words = new Div();
        words.addClassName("words");
        var title = new Paragraph(
                new Span(Readable.of(step.title())),
                hidden(" (" + getTranslation(step.state().key()) + ")"));
        title.addClassName("step-title");
        words.add(title);
        if (step.note() != null) {
            var note = new Paragraph(Readable.of(step.note()));
            note.addClassName("quiet");
            words.add(note);
        }
        var item = new ListItem(words);
        item.addClassName(step.state().className());
        if (step.time() != null) {
            item.add(step.time());
        }
        if (step.state() == State.NOW) {
            item.getElement().setAttribute("aria-current", "step");
        }
        return item;
    }

    /** The furthest step that something can be said of: the current or failed one, else the last that is done. */
    private String announcement(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.state() != State.LATER)
                .reduce((earlier, later) -> later)
                .map(step -> step.note() == null ? step.title() : step.title() + ". " + step.note())
                .orElse("");
    }

    private static Span hidden(String text) {
        var span = new Span(text);
        span.addClassName("sr-only");
        return span;
    }
}
