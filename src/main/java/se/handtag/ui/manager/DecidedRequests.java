package se.handtag.ui.manager;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import se.handtag.commands.Command;
import se.handtag.requests.Request;
import se.handtag.ui.kit.ActionList;
import se.handtag.ui.kit.ActionRow;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Chip;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.TimeText;
import se.handtag.ui.words.StateChip;

/** What the person decided lately, and what became of it. */
final class DecidedRequests extends Div {
    private static final int MOST = 10;
    private final Desk desk;
    private List<Line> last = List.of();

    DecidedRequests(Desk desk) {
        this.desk = desk;
        addClassName("stack");
    }

    private record Line(Request request, Request.StageDecision mine, List<Command> command) {}

    /** Shows these, the newest decision first. */
    void show(List<Request> decided) {
        List<Line> lines = new ArrayList<>();
        for (var request : decided) {
            request.decisions().stream()
                    .filter(desk::decidedByMe)
                    .forEach(mine -> lines.add(new Line(
                            request, mine, desk.commandOf(request).stream().toList())));
        }
        lines.sort((a, b) -> b.mine().at().compareTo(a.mine().at()));
        List<Line> newest = lines.stream().limit(MOST).toList();
        if (newest.equals(last)) {
            return;
        }
        last = newest;
        removeAll();
        if (!newest.isEmpty()) {
            add(new Card(getTranslation("manager.decided"))
                    .with(new ActionList(newest.stream().map(this::row).toArray(ActionRow[]::new))));
        }
    }

    private ActionRow row(Line line) {
        var mine = line.mine();
        var when = TimeText.clockWords(mine.at(), desk.clock());
        var said = mine.comment() == null
                ? getTranslation(mine.approved() ? "manager.decided.yes" : "manager.decided.no", when)
                : getTranslation(
                        mine.approved() ? "manager.decided.yes-with" : "manager.decided.no-with",
                        when,
                        getTranslation("kit.quote", mine.comment()));
        return new ActionRow(
                        mine.approved() ? Glyph.CHECK : Glyph.NO,
                        RequestCards.asks(line.request(), desk.words(), getLocale()),
                        getTranslation(
                                "manager.decided.line", line.request().subject().label(), said))
                .button(state(line));
    }

    private Component state(Line line) {
        var words = desk.words();
        if (line.command().isEmpty()) {
            var text = words.requestState(line.request().state(), getLocale());
            return line.request().waiting() ? Chip.waiting(text) : Chip.plain(text);
        }
        return StateChip.of(line.command().getFirst().state(), words, getLocale());
    }
}
