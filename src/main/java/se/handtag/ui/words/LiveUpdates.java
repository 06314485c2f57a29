package se.handtag.ui.words;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
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
    private final AtomicLong changes = new AtomicLong();

    private record Watcher(UI ui, Runnable refresh, AtomicBoolean waits) {

        Watcher(UI ui, Runnable refresh) {
            this(ui, refresh, new AtomicBoolean());
        }

        /** Several changes that come before the screen has read again are one to it. */
        void tell() {
            if (waits.compareAndSet(false, true)) {
                try {
                    ui.access(() -> {
                        waits.set(false);
                        refresh.run();
                    });
                } catch (UIDetachedException closed) {
                    // Nobody looks at it any more; the others are told all the same.
                    waits.set(false);
                }
            }
        }
    }

    /**
     * Calls {@code refresh} on the UI's own thread at each change from now on, as long as the component is on a screen; for
     * changes before it comes to a screen, once when it does.
     */
    public void watch(Component component, Runnable refresh) {
        var before = new AtomicLong(changes.get());
        component.addAttachListener(event -> begin(component, new Watcher(event.getUI(), refresh), before.get()));
        component.addDetachListener(_ -> {
            before.set(changes.get());
            watchers.remove(component);
        });
        component.getUI().ifPresent(ui -> begin(component, new Watcher(ui, refresh), before.get()));
    }

    private void begin(Component component, Watcher watcher, long seen) {
        watchers.put(component, watcher);
        if (changes.get() != seen) {
            watcher.tell();
        }
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
        changes.incrementAndGet();
        // A thread of its own: on this one a screen would read as whoever made the change.
        Thread.startVirtualThread(() -> watchers.values().forEach(Watcher::tell));
    }
}
