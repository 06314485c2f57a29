package se.handtag.ui.manager;

import com.vaadin.flow.component.html.Div;
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

/**
 * The cards of what waits. A card that is still right stays as it is, so that a change elsewhere takes nobody's place on the
 * page away.
 */
final class WaitingRequests extends Div {
    private final RequestCards drawing;
    private final Function<List<Request>, Card> alike;
    private final Announcer announcer = new Announcer();
    private Map<RequestId, Card> cards = Map.of();
    private boolean shown;

    WaitingRequests(RequestCards drawing, Function<List<Request>, Card> alike) {
        this.drawing = drawing;
        this.alike = alike;
        addClassName("stack");
        add(announcer);
    }

    /** What is to be shown, drawn before it is on the screen. */
    record Drawn(Map<RequestId, Card> cards, List<Card> alike) {}

    /** Draws the cards that are not there yet; the screen stays as it is. */
    Drawn draw(List<Request> waiting) {
        Map<RequestId, Card> before = cards;
        Map<RequestId, Card> now = new LinkedHashMap<>();
        for (var request : waiting) {
            Card known = before.get(request.id());
            now.put(request.id(), known == null ? drawing.of(request) : known);
        }
        return new Drawn(
                now, Alike.of(waiting, drawing::days).stream().map(alike).toList());
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
        var come = !cards.keySet().containsAll(drawn.cards().keySet());
        if (shown && !come && drawn.cards().size() == cards.size()) {
            return;
        }
        cards = drawn.cards();
        // The announcer stays where it is: a live region that has just come is not read out.
        remove(getChildren().filter(child -> child != announcer).toList());
        drawn.alike().forEach(this::add);
        cards.values().forEach(this::add);
        if (cards.isEmpty()) {
            add(new EmptyState(Glyph.CHECK, getTranslation("manager.empty"), getTranslation("manager.empty.text")));
        }
        if (shown && come) {
            announcer.say(getTranslation("manager.new", cards.size()));
        }
        shown = true;
    }
}
