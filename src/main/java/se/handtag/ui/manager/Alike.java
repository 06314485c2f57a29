package se.handtag.ui.manager;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import se.handtag.policy.Action;
import se.handtag.policy.ActionKind;
import se.handtag.requests.Request;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Connection;

/** Requests that ask for the very same, to be decided by one press. What opens or erases a device is looked at one by one. */
final class Alike {
    private Alike() {}

    /** The very same: what, and for how long. */
    private record Wanted(Action action, int days) {}

    /** Those among them that come more than once, in the order in which the first of each was asked for. */
    static List<List<Request>> of(List<Request> waiting, ToIntFunction<Request> days) {
        Map<Wanted, List<Request>> alike = new LinkedHashMap<>();
        for (Request request : waiting) {
            if (together(request)) {
                alike.computeIfAbsent(new Wanted(request.action(), days.applyAsInt(request)), _ -> new ArrayList<>())
                        .add(request);
            }
        }
        return alike.values().stream().filter(same -> same.size() > 1).toList();
    }

    private static boolean together(Request request) {
        var kind = request.action().kind();
        return kind != ActionKind.WIPE && kind != ActionKind.CLEAR_PASSCODE && !request.needsFreshSignIn();
    }

    /** A card for requests that are alike. */
    static Card card(List<Request> same, String what, Consumer<List<Request>> approve) {
        String names = same.stream().map(Request::byName).distinct().sorted().collect(Collectors.joining(", "));
        var yes = Connection.needed(Buttons.plain(
                I18NProvider.translate("manager.alike.approve", same.size()), () -> approve.accept(same)));
        return new Card(I18NProvider.translate("manager.alike", same.size(), what))
                .quiet(names)
                .actions(yes);
    }
}
