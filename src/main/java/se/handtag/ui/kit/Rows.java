package se.handtag.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** Arrangements that follow the width of the screen by themselves. */
public final class Rows {
    private Rows() {}

    /** Buttons beside each other, wrapping; below 480 px they share the width. */
    public static Div actions(Component... components) {
        return named("actions", components);
    }

    /** Small things such as chips beside each other, wrapping. */
    public static Div line(Component... components) {
        return named("line", components);
    }

    /** Small things below each other, closely. */
    public static Div lines(Component... components) {
        return named("lines", components);
    }

    /** One thing at each end, such as a title and a chip. */
    public static Div spread(Component start, Component end) {
        return named("spread", start, end);
    }

    /** Cards as many beside each other as fit. */
    public static Div cards(Component... components) {
        return named("cards", components);
    }

    /** Two columns, the first a little wider; one below 800 px. */
    public static Div two(Component first, Component second) {
        return named("two", first, second);
    }

    /** Things below each other with the page's distance between them. */
    public static Div stack(Component... components) {
        return named("stack", components);
    }

    /** Fields below each other, at most 34 em wide. */
    public static Div form(Component... components) {
        return named("form", components);
    }

    private static Div named(String className, Component... components) {
        var row = new Div(components);
        row.addClassName(className);
        return row;
    }
}
