package se.handtag.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** Facts by name, two columns; below 480 px the fact stands under its name. */
public final class FactsList extends DescriptionList {
    /** No facts yet. */
    public FactsList() {
        addClassName("facts");
    }

    /** One fact; a dash and "not known" for screen readers when it is null or blank. */
    public FactsList fact(String name, @Nullable String value) {
        return value == null || value.isBlank() ? fact(name, unknown()) : fact(name, new Span(Readable.of(value)));
    }

    /** One fact that is more than text, such as a {@link TimeText} or chips. */
    public FactsList fact(String name, Component value) {
        add(new Term(name), new Description(value));
        return this;
    }

    private Span unknown() {
        var dash = new Span("–");
        dash.getElement().setAttribute("aria-hidden", "true");
        var words = new Span(getTranslation("kit.unknown"));
        words.addClassName("sr-only");
        return new Span(dash, words);
    }
}
