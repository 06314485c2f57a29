package se.handtag.ui.kit;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/** Finds while one types; says to screen readers how many were found. */
public final class SearchField extends TextField {
    private static final int PAUSE_MILLISECONDS = 250;

    private final Announcer announcer = new Announcer();

    /**
     * A field that calls {@code search} with what was typed, stripped, after a short pause.
     *
     * @param name what is searched: "Find an app"; its label and placeholder
     */
    public SearchField(String name, Consumer<String> search) {
        addClassName("search-field");
        setPlaceholder(name);
        setAriaLabel(name);
        setClearButtonVisible(true);
        setPrefixComponent(Glyph.SEARCH.picture());
        setValueChangeMode(ValueChangeMode.LAZY);
        setValueChangeTimeout(PAUSE_MILLISECONDS);
        addValueChangeListener(event -> search.accept(event.getValue().strip()));
        getElement().setAttribute("type", "search").setAttribute("enterkeyhint", "search");
    }

    /** Announces how many were found. */
    public void found(int count) {
        found(getTranslation("kit.search.found", count));
    }

    /** Announces what was found in the words that the page has for it. */
    public void found(String words) {
        if (announcer.getElement().getParent() == null) {
            var parent = getElement().getParent();
            if (parent != null) {
                parent.appendChild(announcer.getElement());
            }
        }
        announcer.say(words);
    }
}
