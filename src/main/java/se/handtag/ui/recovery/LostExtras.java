package se.handtag.ui.recovery;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import se.handtag.commands.Commands;
import se.handtag.identity.Sessions;
import se.handtag.identity.SignedIn;
import se.handtag.recovery.LostMessages;
import se.handtag.recovery.LostReport;
import se.handtag.recovery.LostReports;
import se.handtag.requests.ReachableDevices.Reached;
import se.handtag.ui.shell.ShellSettings;
import se.handtag.ui.words.Words;

/** What else there is to a lost device: what may still happen to it, a text on its screen, and other sessions. */
@Component
class LostExtras {
    private final LostReports reports;
    private final LostMessages messages;
    private final Commands commands;
    private final SignedIn signedIn;
    private final Sessions sessions;
    private final ShellSettings settings;
    private final Words words;
    private final Clock clock;

    LostExtras(
            LostReports reports,
            LostMessages messages,
            Commands commands,
            SignedIn signedIn,
            Sessions sessions,
            ShellSettings settings,
            Words words,
            Clock clock) {
        this.reports = reports;
        this.messages = messages;
        this.commands = commands;
        this.signedIn = signedIn;
        this.sessions = sessions;
        this.settings = settings;
        this.words = words;
        this.clock = clock;
    }

    void add(ModelAndView page, Reached reached, LostReport report, Locale locale) {
        var times = Times.of(words, locale, clock);
        List<String> mayStill = reports.mayStillHappen(report.device()).stream()
                .map(command -> words.say(
                        locale,
                        "recovery.may-still",
                        words.action(command.action(), locale),
                        times.clock(command.placedAt())))
                .toList();
        page.addObject(
                        "signedOut",
                        sessions.lastEnded(signedIn.person().id())
                                .map(times::clock)
                                .orElse(null))
                .addObject("mayStill", mayStill)
                .addObject("offersMessage", messages.canShow(signedIn.actor(), reached))
                .addObject(
                        "message",
                        Optional.ofNullable(report.message())
                                .flatMap(commands::find)
                                .map(command -> words.state(command.state(), locale))
                                .orElse(null));
    }

    /** What whoever finds the device reads on its screen. */
    String screenText(Locale locale) {
        String desk = settings.helpDesk();
        return desk == null || desk.isBlank()
                ? words.say(locale, "employee.lost.message.text")
                : words.say(locale, "employee.lost.message.call", desk.strip());
    }
}
