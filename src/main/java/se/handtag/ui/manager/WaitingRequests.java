package se.handtag.ui.manager;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import se.handtag.requests.Request;
import se.handtag.requests.RequestId;
import se.handtag.ui.kit.Announcer;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.EmptyState;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.Kept;

/**
 * The cards of what waits. A card that is still right stays as it is, so that a change elsewhere takes nobody's place on the
 * page away.
 */
final class WaitingRequests extends Div {
    private final RequestCards drawing;
    private final Function<List<Request>, Card> alike;
    private final Announcer announcer = new Announcer();
    private final EmptyState nothing;
    private volatile Map<RequestId, Card> cards = Map.of();
    private volatile Map<List<RequestId>, Card> together = Map.of();
    private boolean shown;

    WaitingRequests(RequestCards drawing, Function<List<Request>, Card> alike) {
        this.drawing = drawing;
        this.alike = alike;
        nothing = new EmptyState(Glyph.CHECK, getTranslation("manager.empty"), getTranslation("manager.empty.text"));
        addClassName("stack");
        add(announcer);
    }

    /** What is to be shown, drawn before it is on the screen. */
    record Drawn(Map<RequestId, Card> cards, Map<List<RequestId>, Card> together) {}

    /** Draws the cards that are not there yet; the screen stays as it is. */
    Drawn draw(List<Request> waiting) {
        Map<RequestId, Card> before = cards;
        Map<RequestId, Card> now = new LinkedHashMap<>();
        for (var request : waiting) {
            Card known = before.get(request.id());
            now.put(request.id(), known == null ? drawing.of(request) : known);
        }
        return new Drawn(now, together(waiting));
    }

    private Map<List<RequestId>, Card> together(List<Request> waiting) {
        Map<List<RequestId>, Card> before = together;
        Map<List<RequestId>, Card> now = new LinkedHashMap<>();
        for (var same : Alike.of(waiting, drawing::days)) {
            List<RequestId> ids = same.stream().map(Request::id).toList();
            Card known = before.get(ids);
            now.put(ids, known == null ? alike.apply(same) : known);
        }
        return now;
    }

    /** Those that are shown and do not wait any more. */
    Set<RequestId> gone(List<Request> waiting) {
        Set<RequestId> gone = new HashSet<>(cards.keySet());
        waiting.forEach(request -> gone.remove(request.id()));
        return gone;
    }

    /** Whether it has shown anything yet, be it that nothing waits. */
    boolean isShown() {
        return shown;
    }

    void show(Drawn drawn) {
        boolean come = !cards.keySet().containsAll(drawn.cards().keySet());
        cards = drawn.cards();
        together = drawn.together();
        // The announcer stays where it is: a live region that has just come is not read out.
        List<Component> now = new ArrayList<>(List.of(announcer));
        now.addAll(together.values());
        now.addAll(cards.values());
        if (cards.isEmpty()) {
            now.add(nothing);
        }
        Kept.show(this, now);
        if (shown && come) {
            announcer.say(getTranslation("manager.new", cards.size()));
        }
        shown = true;
    }
}
