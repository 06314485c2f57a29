package se.handtag.ui.words;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;

/**
 * Tells open screens that something has changed, on whichever node, after it was committed. A screen then reads again, as the
 * person who has it open: nothing is sent here but the hint.
 */
@org.springframework.stereotype.Component
public class LiveUpdates {
    private final Map<Component, Watcher> watchers = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    /** What a screen watches: everything, until it says otherwise. */
    public static final class Watch {
        private volatile @Nullable Set<String> keys;

        /** From now on only changes about these, by the keys of {@link Hint}. */
        public void only(Set<String> about) {
            keys = Set.copyOf(about);
        }

        private boolean covers(Hint hint) {
            Set<String> about = keys;
            return about == null || hint.concerns(about);
        }
    }

    private record Watcher(UI ui, Watch watch, Runnable refresh, AtomicBoolean waits) {

        Watcher(UI ui, Watch watch, Runnable refresh) {
            this(ui, watch, refresh, new AtomicBoolean());
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
     *
     * @return by which the screen says what it watches
     */
    public Watch watch(Component component, Runnable refresh) {
        var watch = new Watch();
        var before = new AtomicLong(changes.get());
        component.addAttachListener(
                event -> begin(component, new Watcher(event.getUI(), watch, refresh), before.get()));
        component.addDetachListener(_ -> {
            before.set(changes.get());
            watchers.remove(component);
        });
        component.getUI().ifPresent(ui -> begin(component, new Watcher(ui, watch, refresh), before.get()));
        return watch;
    }

    private void begin(Component component, Watcher watcher, long seen) {
        watchers.put(component, watcher);
        if (changes.get() != seen) {
            watcher.tell();
        }
    }

    /** Nobody is signed in where hints arrive: a screen does not read as whoever made the change. */
    @EventListener
    void on(Hint hint) {
        changes.incrementAndGet();
        // A thread of its own: what a screen reads must not keep the next hint waiting.
        Thread.startVirtualThread(() -> watchers.values().stream()
                .filter(watcher -> watcher.watch().covers(hint))
                .forEach(Watcher::tell));
    }
}
