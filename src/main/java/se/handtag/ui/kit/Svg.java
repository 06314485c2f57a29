package se.handtag.ui.kit;

import com.vaadin.flow.component.html.Span;

/** Puts a constant drawing of this package into the page; never text that came from outside. */
final class Svg {
    private Svg() {}

    static Span picture(String svg, String className) {
        var span = new Span();
        span.addClassName(className);
        span.getElement().setProperty("innerHTML", svg);
        return span;
    }
}
