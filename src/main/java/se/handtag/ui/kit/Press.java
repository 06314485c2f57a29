package se.handtag.ui.kit;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A button that the page tells of its press and of nothing else. Vaadin's own button is also told where the pointer was and which
 * keys were held, and keeps a kilobyte of those names for each of its listeners as long as the page is open; it has one from its
 * beginning.
 */
class Press extends Button {
    /** The first comes while Vaadin's part of the button is made, so that this must not be given a value here. */
    private @Nullable List<ComponentEventListener<ClickEvent<Button>>> listeners;

    Press(String text, Consumer<Button> pressed) {
        super(text);
        addClickListener(event -> pressed.accept(event.getSource()));
    }

    Press(Component icon, Consumer<Button> pressed) {
        super(icon);
        addClickListener(event -> pressed.accept(event.getSource()));
    }

    @Override
    @SuppressWarnings("unchecked")
    protected <T extends ComponentEvent<?>> Registration addListener(
            Class<T> type, ComponentEventListener<T> listener) {
        if (type != (Class<?>) ClickEvent.class) {
            return super.addListener(type, listener);
        }
        var clicks = listeners;
        if (clicks == null) {
            clicks = new ArrayList<>(2);
            listeners = clicks;
            getElement()
                    .addEventListener(
                            "click",
                            _ -> fireEvent(new ClickEvent<>(this, true, 0, 0, 0, 0, 1, 0, false, false, false, false)));
        }
        return Registration.addAndRemove(clicks, (ComponentEventListener<ClickEvent<Button>>) (Object) listener);
    }

    @Override
    @SuppressWarnings("unchecked")
    protected void fireEvent(ComponentEvent<?> event) {
        if (event instanceof ClickEvent<?> && listeners != null) {
            List.copyOf(listeners).forEach(listener -> listener.onComponentEvent((ClickEvent<Button>) event));
        } else {
            super.fireEvent(event);
        }
    }

    @Override
    @SuppressWarnings("rawtypes")
    protected boolean hasListener(Class<? extends ComponentEvent> type) {
        return type == ClickEvent.class ? listeners != null : super.hasListener(type);
    }
}
