package se.handtag.ui.kit;

import com.vaadin.flow.component.html.Div;

/** The shape of what is being fetched. Still when the person wants no motion. */
public final class Skeleton extends Div {
    private Skeleton(String kind, int count) {
        addClassNames("skeleton", kind);
        getElement()
                .setAttribute("role", "status")
                .setAttribute("aria-label", getTranslation("kit.loading"))
                .setAttribute("aria-busy", "true");
        for (var i = 0; i < count; i++) {
            var shape = new Div();
            shape.addClassName("shape");
            add(shape);
        }
    }

    /** Lines of text. */
    public static Skeleton lines(int count) {
        return new Skeleton("of-lines", count);
    }

    /** Cards. */
    public static Skeleton cards(int count) {
        return new Skeleton("cards", count);
    }
}
