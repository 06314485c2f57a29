package se.handtag.ui.words;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.transaction.event.TransactionalEventListener;
import se.handtag.commands.Command.CommandStepped;
import se.handtag.commands.StopSwitch.SwitchTurned;
import se.handtag.recovery.LostReport.LostChanged;
import se.handtag.requests.Delegation.DelegationChanged;
import se.handtag.requests.Request.DecisionPending;
import se.handtag.requests.Request.RequestChanged;
import se.handtag.requests.Request.RequestPassedOn;
import se.handtag.requests.Request.RequestReminded;

/**
 * Tells open screens that something has changed, after it was committed. A screen then reads again, as the person who has
 * it open: nothing is sent here but the hint.
 */
@org.springframework.stereotype.Component
public class LiveUpdates {
    private final Map<Component, Watcher> watchers = new ConcurrentHashMap<>();

    private record Watcher(UI ui, Runnable refresh, AtomicBoolean waits) {

        Watcher(UI ui, Runnable refresh) {
            this(ui, refresh, new AtomicBoolean());
        }

        /** Several changes that come before the screen has read again are one to it. */
        void tell() {
            if (waits.compareAndSet(false, true)) {
                ui.access(() -> {
                    waits.set(false);
                    refresh.run();
                });
            }
        }
    }

    /** Calls {@code refresh} on the UI's own thread at each change, as long as the component is on a screen. */
    public void watch(Component component, Runnable refresh) {
        component.addAttachListener(event -> watchers.put(component, new Watcher(event.getUI(), refresh)));
        component.addDetachListener(_ -> watchers.remove(component));
        component.getUI().ifPresent(ui -> watchers.put(component, new Watcher(ui, refresh)));
    }

    @TransactionalEventListener
    void on(RequestChanged change) {
        tell();
    }

    @TransactionalEventListener
    void on(DecisionPending change) {
        tell();
    }

    @TransactionalEventListener
    void on(RequestReminded change) {
        tell();
    }

    @TransactionalEventListener
    void on(RequestPassedOn change) {
        tell();
    }

    @TransactionalEventListener
    void on(DelegationChanged change) {
        tell();
    }

    @TransactionalEventListener
    void on(CommandStepped change) {
        tell();
    }

    @TransactionalEventListener
    void on(SwitchTurned turned) {
        tell();
    }

    @TransactionalEventListener
    void on(LostChanged change) {
        tell();
    }

    private void tell() {
        // A thread of its own: on this one a screen would read as whoever made the change.
        Thread.startVirtualThread(() -> watchers.values().forEach(Watcher::tell));
    }
}
