package se.handtag.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;

/** Presses that are made now or not at all: without a connection the page says so and keeps nothing for later. */
public final class Connection {
    private Connection() {}

    /** A press on this needs a connection. */
    public static <C extends Component> C needed(C button) {
        button.getElement().setAttribute("data-not-sent", button.getTranslation("kit.not-sent"));
        button.addAttachListener(event -> load(event.getUI()));
        button.getUI().ifPresent(Connection::load);
        return button;
    }

    /**
     * The same, for whoever wants to leave: without a connection the page is emptied, so that nobody reads on.
     *
     * @param words what stands there instead
     */
    public static <C extends Component> C leaves(C button, String words) {
        needed(button);
        button.getElement().setAttribute("data-not-sent", words).setAttribute("data-leaves", true);
        return button;
    }

    private static void load(UI ui) {
        ui.getPage().addJsModule("context://needs-connection.js");
    }
}
