package se.handtag.ui.kit;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.button.Button;
import java.util.function.Consumer;

/**
 * A button that is told of its press and nothing else. Vaadin's own listener also asks for where the pointer was and which keys were
 * held, a kilobyte for each button as long as the page is open.
 */
class Press extends Button {
    private final transient Consumer<Button> pressed;

    Press(String text, Consumer<Button> pressed) {
        super(text);
        this.pressed = pressed;
        listen();
    }

    Press(Component icon, Consumer<Button> pressed) {
        super(icon);
        this.pressed = pressed;
        listen();
    }

    private void listen() {
        getElement().addEventListener("click", _ -> pressed.accept(this));
    }

    /** What {@link #click()} says, which does not come from the page. */
    @Override
    protected void fireEvent(ComponentEvent<?> event) {
        super.fireEvent(event);
        if (event instanceof ClickEvent<?>) {
            pressed.accept(this);
        }
    }
}
