package showcase;

import com.vaadin.flow.component.html.Div;
import se.handtag.ui.shell.Titled;

/** A page of the showcase: its parts below each other, its name from the message file. */
abstract class Page extends Div implements Titled {
    private final String key;

    Page(String key) {
        this.key = key;
        addClassName("stack");
    }

    String t(String name, Object... parameters) {
        return getTranslation("showcase." + name, parameters);
    }

    @Override
    public String title() {
        return t(key);
    }
}
