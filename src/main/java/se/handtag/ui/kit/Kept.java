package se.handtag.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.stream.Stream;

/** Shows what has changed and leaves the rest alone: the focus stays, and so does what a screen reader reads. */
public final class Kept {
    private Kept() {}

    /** From now on {@code place} holds these and nothing else, in this order; those that it holds already are not touched. */
    public static void show(Component place, List<? extends Component> wanted) {
        Element parent = place.getElement();
        List<Element> now = wanted.stream().map(HasElement::getElement).toList();
        parent.getChildren().filter(child -> !now.contains(child)).toList().forEach(parent::removeChild);
        for (int at = 0; at < now.size(); at++) {
            if (at >= parent.getChildCount() || !parent.getChild(at).equals(now.get(at))) {
                parent.insertChild(at, now.get(at));
            }
        }
    }

    /** The same for what comes newly drawn each time: what reads the same, to its markup, is left alone. */
    public static void alike(Component place, List<? extends Component> drawn) {
        if (!markup(place.getElement().getChildren())
                .equals(markup(drawn.stream().map(HasElement::getElement)))) {
            show(place, drawn);
        }
    }

    private static List<String> markup(Stream<Element> elements) {
        return elements.map(Element::getOuterHTML).toList();
    }
}
