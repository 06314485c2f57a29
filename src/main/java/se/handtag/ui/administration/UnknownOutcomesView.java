package se.handtag.ui.administration;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import se.handtag.commands.Command;
import se.handtag.commands.Commands;
import se.handtag.commands.Step;
import se.handtag.identity.Role;
import se.handtag.identity.SignedIn;
import se.handtag.ui.kit.ActionList;
import se.handtag.ui.kit.ActionRow;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Chip;
import se.handtag.ui.kit.Confirmation;
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
import se.handtag.ui.words.LiveUpdates;
import se.handtag.ui.words.LooksAtOthers;
import se.handtag.ui.words.RequestSteps;
import se.handtag.ui.words.StateChip;
import se.handtag.ui.words.Words;

/** Commands of which nobody knows whether they reached the MDM, for IT to find out; and those that came to nothing of late. */
@Route(value = "unknown", layout = MainLayout.class)
@RolesAllowed(Role.IT_NAME)
class UnknownOutcomesView extends Div implements Titled {
    private static final Duration LATELY = Duration.ofDays(14);
    private static final int MOST = 100;

    private final Commands commands;
    private final SignedIn signedIn;
    private final Words words;
    private final Clock clock;
    private final Div list = new Div();
    private final Div failures = new Div();
    private List<Command> shown = List.of();
    private List<Command> failed = List.of();
    private boolean drawn;

    UnknownOutcomesView(
            Commands commands, SignedIn signedIn, LooksAtOthers looks, Words words, Clock clock, LiveUpdates updates) {
        looks.recordList("unknown");
        this.commands = commands;
        this.signedIn = signedIn;
        this.words = words;
        this.clock = clock;
        addClassName("stack");
        list.addClassName("stack");
        add(new PageHeader(title()).quiet(getTranslation("administration.unknown.quiet")), list, failures);
        updates.watch(this, this::refresh);
        refresh();
    }

    private void refresh() {
        var now = commands.unknown();
        var failedNow = commands.failedSince(clock.instant().minus(LATELY), MOST);
        if (drawn && now.equals(shown) && failedNow.equals(failed)) {
            return;
        }
        drawn = true;
        shown = now;
        failed = failedNow;
        failures.removeAll();
        failures.add(failures());
        list.removeAll();
        now.forEach(command -> list.add(card(command)));
        if (now.isEmpty()) {
            list.add(new EmptyState(
                    Glyph.CHECK,
                    getTranslation("administration.unknown.empty"),
                    getTranslation("administration.unknown.empty.text")));
        }
        Frames.refresh(this);
    }

    private Card failures() {
        var card = new Card(getTranslation("administration.failed.title"));
        if (failed.isEmpty()) {
            return card.quiet(getTranslation("administration.failed.none"));
        }
        card.quiet(getTranslation("administration.failed.quiet"));
        int all = commands.countFailedSince(clock.instant().minus(LATELY));
        if (all > failed.size()) {
            card.with(Notice.info(getTranslation("administration.failed.more", failed.size(), all), ""));
        }
        return card.with(new ActionList(failed.stream().map(this::failure).toArray(ActionRow[]::new)));
    }

    private ActionRow failure(Command command) {
        Step last = command.steps().getLast();
        String note = words.note(last, getLocale());
        return new ActionRow(
                        Glyph.WARNING,
                        words.action(command.action(), getLocale()) + ": "
                                + command.subject().label(),
                        getTranslation(
                                "administration.failed.line",
                                command.byName(),
                                TimeText.clockWords(last.at(), clock),
                                note == null ? "" : note))
                .button(StateChip.of(command.state(), words, getLocale()));
    }

    private Card card(Command command) {
        var sent = command.sentAt();
        var facts = new FactsList()
                .fact(
                        getTranslation("administration.unknown.device"),
                        command.subject().label())
                .fact(getTranslation("administration.unknown.by"), command.byName());
        if (sent != null) {
            facts.fact(getTranslation("administration.unknown.sent"), TimeText.both(sent, clock));
        }
        facts.fact(getTranslation("administration.unknown.attempts"), String.valueOf(command.attempts()))
                .fact(
                        getTranslation("administration.unknown.look"),
                        getTranslation("administration.unknown.look." + place(command)));
        var card = new Card(words.action(command.action(), getLocale()) + ": "
                        + command.subject().label())
                .quiet(getTranslation("administration.unknown.why"))
                .beside(Chip.waiting(getTranslation("administration.unknown.chip")))
                .with(facts)
                .with(new Ladder(
                        getTranslation("administration.unknown.so-far"),
                        RequestSteps.of(command, words, getLocale(), clock)));
        var happened = Buttons.plain(getTranslation("administration.unknown.happened"), () -> ask(command, true));
        var didNot = Buttons.plain(getTranslation("administration.unknown.did-not"), () -> ask(command, false));
        if (command.device() == null) {
            return card.actions(happened, didNot);
        }
        var page = new Anchor(command.subject().key(), getTranslation("administration.device-page"));
        page.addClassName("button");
        page.getElement().setAttribute("router-link", "");
        return card.actions(happened, didNot, page);
    }

    private static String place(Command command) {
        return switch (command.action().kind()) {
            case REFRESH, LOCK, MESSAGE, INSTALL_APP, REMOVE_APP, CLEAR_PASSCODE, WIPE ->
                command.action().kind().key();
            default -> "elsewhere";
        };
    }

    private void ask(Command command, boolean done) {
        var way = done ? "happened" : "did-not";
        Confirmation.ask(getTranslation(
                        "administration.unknown." + way + ".question", words.action(command.action(), getLocale())))
                .happens(getTranslation("administration.unknown." + way + ".happens", command.byName()))
                .reason(getTranslation("administration.unknown.reason"), true)
                .primary(
                        getTranslation(
                                "administration.unknown." + way + ".yes",
                                command.subject().label()),
                        reason -> settle(command, done, reason))
                .open();
    }

    private void settle(Command command, boolean done, String reason) {
        if (commands.settle(signedIn.actor(), command.id(), done, reason)) {
            Toast.done(getTranslation(
                    "administration.unknown.settled", command.subject().label()));
        } else {
            Toast.problem(getTranslation(
                    "administration.unknown.settled-before", command.subject().label()));
        }
        refresh();
    }

    @Override
    public String title() {
        return getTranslation("administration.unknown.title");
    }
}
