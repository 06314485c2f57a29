package se.handtag.ui.manager;

import com.vaadin.flow.component.html.Div;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final Map<RequestId, Card> cards = new HashMap<>();
    private boolean shown;

    WaitingRequests(RequestCards drawing, Function<List<Request>, Card> alike) {
        this.drawing = drawing;
        this.alike = alike;
        addClassName("stack");
        add(announcer);
    }

    /**
     * Shows these.
     *
     * @return those that were shown before and are not any more
     */
    Set<RequestId> show(List<Request> waiting) {
        var ids = waiting.stream().map(Request::id).collect(Collectors.toSet());
        Set<RequestId> gone = new HashSet<>(cards.keySet());
        gone.removeAll(ids);
        var come = ids.stream().anyMatch(id -> !cards.containsKey(id));
        if (gone.isEmpty() && !come && shown) {
            return gone;
        }
        gone.forEach(cards::remove);
        // The announcer stays where it is: a live region that has just come is not read out.
        remove(getChildren().filter(child -> child != announcer).toList());
        Alike.of(waiting, drawing::days).forEach(same -> add(alike.apply(same)));
        for (var request : waiting) {
            add(cards.computeIfAbsent(request.id(), _ -> drawing.of(request)));
        }
        if (waiting.isEmpty()) {
            add(new EmptyState(Glyph.CHECK, getTranslation("manager.empty"), getTranslation("manager.empty.text")));
        }
        if (shown && come) {
            announcer.say(getTranslation("manager.new", waiting.size()));
        }
        shown = true;
        return gone;
    }
}
