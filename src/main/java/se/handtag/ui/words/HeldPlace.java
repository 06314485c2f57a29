package se.handtag.ui.words;

import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a page tells of what can be called off. What is told already stays as it is, with the focus on its press. */
public final class HeldPlace extends Div {
    private transient HeldNotices.@Nullable Key shown;

    /** Tells of this, or of nothing. */
    public void show(Optional<HeldNotices.Told> held) {
        var now = held.map(HeldNotices.Told::key).orElse(null);
        if (now == null || !now.equals(shown)) {
            removeAll();
            held.ifPresent(told -> add(told.notice()));
        }
        shown = now;
    }
}
