package se.handtag.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.handtag.commands.Command;
import se.handtag.identity.FreshSignIns;
import se.handtag.identity.SignedIn;
import se.handtag.recovery.LostEndings;
import se.handtag.recovery.LostReport;
import se.handtag.recovery.LostReport.Ending;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Chip;
import se.handtag.ui.kit.Confirmation;
import se.handtag.ui.kit.Ladder;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.TimeText;
import se.handtag.ui.kit.Toast;
import se.handtag.ui.words.RequestSteps;
import se.handtag.ui.words.StateChip;
import se.handtag.ui.words.Words;

/** A lost device as IT and the help desk see it. */
@org.springframework.stereotype.Component
class LostNowCards {
    private final LostEndings endings;
    private final FreshSignIns fresh;
    private final SignedIn signedIn;
    private final Words words;
    private final Clock clock;

    LostNowCards(LostEndings endings, FreshSignIns fresh, SignedIn signedIn, Words words, Clock clock) {
        this.endings = endings;
        this.fresh = fresh;
        this.signedIn = signedIn;
        this.words = words;
        this.clock = clock;
    }

    /**
     * A report with what was sent for it.
     *
     * @param lock null when none was sent
     * @param message null when none was sent
     * @param mayStill what was sent before the report and may still happen
     */
    record Lost(
            LostReport report,
            @Nullable Command lock,
            @Nullable Command message,
            List<Command> mayStill) {}

    Card card(Lost lost, Runnable changed) {
        var report = lost.report();
        var card = new Card(report.deviceLabel())
                .quiet(TimeText.within(
                        report.reportedAt(),
                        clock,
                        ago -> say(
                                "administration.lost.reported",
                                report.reportedBy(),
                                TimeText.clockWords(report.reportedAt(), clock),
                                ago)))
                .beside(chip(lost.lock()));
        lost.mayStill()
                .forEach(command -> card.with(Notice.warn(
                        say("employee.lost.may-still", words.action(command.action(), locale())),
                        say(
                                "lost.now.may-still.text",
                                command.byName(),
                                TimeText.clockWords(command.placedAt(), clock)))));
        if (lost.lock() == null) {
            card.with(Notice.warn(say("administration.lost.no-lock"), say("administration.lost.no-lock.text")));
        } else {
            String title = report.repeats() == 0
                    ? say("administration.lost.lock")
                    : say("lost.now.lock-repeated", report.repeats());
            card.with(new Ladder(title, RequestSteps.of(lost.lock(), words, locale(), clock)));
        }
        if (lost.message() != null) {
            card.with(new Ladder(say("lost.now.message"), RequestSteps.of(lost.message(), words, locale(), clock)));
        }
        return card.actions(actions(card, report, changed).toArray(Component[]::new));
    }

    private List<Component> actions(Card card, LostReport report, Runnable changed) {
        var page = link("device/" + report.device(), say("administration.device-page"));
        page.getElement().setAttribute("router-link", "");
        List<Component> actions = new ArrayList<>();
        var person = signedIn.person();
        if (endings.isSecondPerson(person, report) || fresh.of(person) != null) {
            actions.add(Buttons.primary(say("administration.lost.found"), () -> ask(report, Ending.FOUND, changed)));
            actions.add(Buttons.plain(say("lost.now.replaced"), () -> ask(report, Ending.REPLACED, changed)));
            actions.add(Buttons.plain(say("lost.now.wiped"), () -> ask(report, Ending.WIPED, changed)));
        } else {
            card.with(Notice.info(say("administration.lost.own"), say("lost.now.own.anew")));
            var anew = link("sign-in/fresh?to=/lost-now", say("employee.found.prove"));
            anew.setRouterIgnore(true);
            actions.add(anew);
        }
        actions.add(page);
        return actions;
    }

    private static Anchor link(String to, String text) {
        var link = new Anchor(to, text);
        link.addClassName("button");
        return link;
    }

    private Component chip(@Nullable Command lock) {
        if (lock == null) {
            return Chip.no(say("administration.lost.not-locked"));
        }
        return StateChip.of(lock.state(), words, locale());
    }

    private void ask(LostReport report, Ending ending, Runnable changed) {
        String how = ending.name().toLowerCase(Locale.ROOT);
        Confirmation.ask(say("lost.now." + how + ".question", report.deviceLabel()))
                .happens(say("administration.lost.happens", report.reportedBy()))
                .happens(say("lost.now." + how + ".make-sure"))
                .primary(say("lost.now." + how + ".yes", report.deviceLabel()), _ -> end(report, ending, changed))
                .open();
    }

    private void end(LostReport report, Ending ending, Runnable changed) {
        switch (endings.end(signedIn.actor(), report.device(), ending)) {
            case YES -> Toast.done(say("administration.lost.lifted", report.deviceLabel()));
            case NOT_LOST -> Toast.problem(say("administration.lost.lifted-before", report.deviceLabel()));
            case SIGN_IN_ANEW, NOT_YOURS -> Toast.problem(say("administration.lost.own"));
        }
        changed.run();
    }

    private static Locale locale() {
        return UI.getCurrent().getLocale();
    }

    private static String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
