package se.handtag.ui.employee;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.handtag.commands.Command;
import se.handtag.commands.CommandId;
import se.handtag.commands.Commands;
import se.handtag.identity.Person;
import se.handtag.identity.SignedIn;
import se.handtag.mdm.MdmException;
import se.handtag.recovery.LostEndings;
import se.handtag.recovery.LostEndings.Ended;
import se.handtag.recovery.LostMessages;
import se.handtag.recovery.LostReport;
import se.handtag.recovery.LostReport.Ending;
import se.handtag.recovery.LostReports;
import se.handtag.requests.ReachableDevices.Reached;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Confirmation;
import se.handtag.ui.kit.Ladder;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.TimeText;
import se.handtag.ui.kit.Toast;
import se.handtag.ui.words.RequestSteps;
import se.handtag.ui.words.Words;

/** That a device is lost, what was done, what may still happen to it, and the way back. */
@org.springframework.stereotype.Component
class LostPart {
    private final LostReports reports;
    private final LostEndings endings;
    private final LostMessages messages;
    private final Commands commands;
    private final WithoutDevices without;
    private final SignedIn signedIn;
    private final Chips chips;
    private final Words words;
    private final Clock clock;

    LostPart(
            LostReports reports,
            LostEndings endings,
            LostMessages messages,
            Commands commands,
            WithoutDevices without,
            SignedIn signedIn,
            Chips chips,
            Words words,
            Clock clock) {
        this.reports = reports;
        this.endings = endings;
        this.messages = messages;
        this.commands = commands;
        this.without = without;
        this.signedIn = signedIn;
        this.chips = chips;
        this.words = words;
        this.clock = clock;
    }

    Optional<Card> about(Reached reached) {
        return reports.about(reached.device().id()).map(report -> card(reached, report));
    }

    private Card card(Reached reached, LostReport report) {
        Person person = signedIn.person();
        boolean second = !reached.own() && endings.isSecondPerson(person, report);
        var card = new Card(say("employee.lost.title"))
                .urgent()
                .beside(chips.lost(report))
                .with(
                        new Paragraph(
                                new Span(say("employee.lost.by", report.reportedBy()) + " "),
                                new Span(say("employee.lost.what"))),
                        new Paragraph(
                                second
                                        ? say("employee.lost.lift")
                                        : say("employee.lost.found-it") + " " + without.ask()));
        reports.mayStillHappen(report.device()).forEach(command -> card.with(mayStill(command)));
        ladder(report.lock()).ifPresent(card::with);
        ladder(report.message()).ifPresent(card::with);
        List<Component> actions = new ArrayList<>();
        if (second) {
            actions.add(Buttons.plain(say("employee.found"), () -> ask(reached)));
        } else if (reached.own()) {
            var again = new Anchor("found/" + report.device(), say("employee.found.mine"));
            again.addClassName("button");
            again.getElement().setAttribute("router-link", "");
            actions.add(again);
        }
        if (messages.canShow(signedIn.actor(), reached)) {
            actions.add(Buttons.plain(say("employee.lost.message"), () -> show(report)));
        }
        return actions.isEmpty() ? card : card.actions(actions.toArray(Component[]::new));
    }

    private Notice mayStill(Command command) {
        return Notice.warn(
                say(
                        "employee.lost.may-still",
                        words.action(command.action(), UI.getCurrent().getLocale())),
                say("employee.lost.may-still.text", TimeText.clockWords(command.placedAt(), clock)));
    }

    private Optional<Ladder> ladder(@Nullable CommandId id) {
        var locale = UI.getCurrent().getLocale();
        return Optional.ofNullable(id)
                .flatMap(commands::find)
                .map(command -> new Ladder(
                        words.action(command.action(), locale), RequestSteps.of(command, words, locale, clock)));
    }

    private static void unlessAway(Runnable press) {
        try {
            press.run();
        } catch (MdmException away) {
            Toast.problem(say("employee.not-now.title"));
        }
    }

    private void show(LostReport report) {
        unlessAway(() -> {
            if (messages.show(signedIn.actor(), report.device(), without.lostMessage())) {
                Toast.done(say("employee.lost.message.done"));
            } else {
                Toast.problem(say("employee.lost.message.not"));
            }
        });
    }

    private void ask(Reached reached) {
        var device = reached.device();
        Confirmation.ask(say("employee.found.question", device.title()))
                .happens(say("employee.found.happens"))
                .primary(
                        say("employee.found.yes", device.label()),
                        _ -> unlessAway(() -> {
                            if (endings.end(signedIn.actor(), device.id(), Ending.FOUND) == Ended.YES) {
                                Toast.done(say("employee.found.done"));
                            } else {
                                Toast.problem(say("employee.found.before"));
                            }
                        }))
                .open();
    }

    private static String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
