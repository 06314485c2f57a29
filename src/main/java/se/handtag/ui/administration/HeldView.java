package se.handtag.ui.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import se.handtag.commands.Command;
import se.handtag.commands.CommandState;
import se.handtag.commands.Holds;
import se.handtag.identity.Role;
import se.handtag.identity.SignedIn;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.EmptyState;
import se.handtag.ui.kit.FactsList;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.Ladder;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.TimeText;
import se.handtag.ui.kit.Toast;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;
import se.handtag.ui.words.HeldNotices;
import se.handtag.ui.words.LiveUpdates;
import se.handtag.ui.words.LooksAtOthers;
import se.handtag.ui.words.RequestSteps;
import se.handtag.ui.words.StateChip;
import se.handtag.ui.words.Words;

/** What waits before it is sent: to be called off, or for two people of IT to let it pass. */
@Route(value = "held", layout = MainLayout.class)
@RolesAllowed(Role.IT_NAME)
class HeldView extends Div implements Titled {
    private static final int MOST = 50;

    private final transient Holds holds;
    private final transient HeldNotices notices;
    private final transient SignedIn signedIn;
    private final transient Words words;
    private final transient Clock clock;
    private final Div list = new Div();
    private transient List<Held> shown = List.of();
    private int all;
    private boolean drawn;

    private record Held(Command command, List<String> releasedBy) {}

    HeldView(
            Holds holds,
            HeldNotices notices,
            SignedIn signedIn,
            LooksAtOthers looks,
            Words words,
            Clock clock,
            LiveUpdates updates) {
        looks.recordList("held");
        this.holds = holds;
        this.notices = notices;
        this.signedIn = signedIn;
        this.words = words;
        this.clock = clock;
        addClassName("stack");
        list.addClassName("stack");
        add(new PageHeader(title()).quiet(getTranslation("administration.held.quiet")), list);
        updates.watch(this, this::refresh);
        refresh();
    }

    private void refresh() {
        int allNow = holds.countWaiting();
        List<Held> now = holds.waiting(MOST).stream()
                .map(command -> new Held(command, holds.releasedBy(command.id())))
                .toList();
        if (drawn && now.equals(shown) && all == allNow) {
            return;
        }
        drawn = true;
        shown = now;
        all = allNow;
        list.removeAll();
        if (all > now.size()) {
            list.add(Notice.info(
                    getTranslation("administration.held.more", now.size(), all),
                    getTranslation("administration.held.more.text")));
        }
        now.forEach(held -> list.add(card(held)));
        if (now.isEmpty()) {
            list.add(new EmptyState(
                    Glyph.CHECK,
                    getTranslation("administration.held.empty"),
                    getTranslation("administration.held.empty.text")));
        }
        Frames.refresh(this);
    }

    private Card card(Held held) {
        Command command = held.command();
        Instant until = command.heldUntil();
        var facts = new FactsList()
                .fact(
                        words.subject(command.subject().kind(), getLocale()),
                        command.subject().label())
                .fact(getTranslation("administration.held.by"), command.byName());
        if (command.beyondLimit()) {
            facts.fact(
                    getTranslation("administration.held.released"),
                    held.releasedBy().isEmpty()
                            ? getTranslation("administration.held.nobody")
                            : String.join(", ", held.releasedBy()));
        } else if (until != null && command.state() == CommandState.HELD) {
            facts.fact(getTranslation("administration.held.until"), TimeText.both(until, clock));
        }
        return new Card(words.action(command.action(), getLocale()) + ": "
                        + command.subject().label())
                .quiet(getTranslation(why(command)))
                .beside(StateChip.of(command.state(), words, getLocale()))
                .with(facts)
                .with(new Ladder(
                        getTranslation("administration.unknown.so-far"),
                        RequestSteps.of(command, words, getLocale(), clock)))
                .actions(actions(command));
    }

    private static String why(Command command) {
        if (command.state() == CommandState.DUE) {
            return "administration.held.due";
        }
        return command.beyondLimit() ? "administration.held.limit" : "administration.held.waits";
    }

    private Button[] actions(Command command) {
        List<Button> actions = new ArrayList<>();
        actions.add(Buttons.primary(getTranslation("words.held.call-off"), () -> {
            notices.callOff(command);
            refresh();
        }));
        if (command.beyondLimit()) {
            actions.add(Buttons.plain(getTranslation("administration.held.release"), () -> release(command)));
        }
        return actions.toArray(Button[]::new);
    }

    private void release(Command command) {
        switch (holds.release(signedIn.actor(), command.id())) {
            case YES ->
                Toast.done(getTranslation(
                        "administration.held.release.yes", command.subject().label()));
            case ONE_MORE -> Toast.done(getTranslation("administration.held.release.one-more"));
            case SAME_PERSON -> Toast.problem(getTranslation("administration.held.release.same-person"));
            case TOO_LATE ->
                Toast.problem(
                        getTranslation("words.held.too-late", command.subject().label()));
        }
        refresh();
    }

    @Override
    public String title() {
        return getTranslation("administration.held.title");
    }
}
