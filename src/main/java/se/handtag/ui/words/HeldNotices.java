package se.handtag.ui.words;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.commands.Command;
import se.handtag.commands.CommandId;
import se.handtag.commands.CommandState;
import se.handtag.commands.Holds;
import se.handtag.identity.SignedIn;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Confirmation;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.TimeText;
import se.handtag.ui.kit.Toast;

/** That something is about to happen, and the one press that calls it off. */
@Component
public class HeldNotices {
    private final Holds holds;
    private final SignedIn signedIn;
    private final Words words;
    private final Clock clock;

    HeldNotices(Holds holds, SignedIn signedIn, Words words, Clock clock) {
        this.holds = holds;
        this.signedIn = signedIn;
        this.words = words;
        this.clock = clock;
    }

    /**
     * What is told, and of what; two of the same {@code key} read the same.
     *
     * @param key what the words come from
     */
    public record Told(Key key, Notice notice) {}

    /** A command, as far as the words say anything of it. */
    public record Key(
            CommandId command, CommandState state, @Nullable Instant until, boolean beyondLimit) {}

    /** For the first of these that is held, or destroys and was not sent yet, and is this person's to call off. */
    public Optional<Told> of(List<Command> commands) {
        return commands.stream()
                .filter(command -> command.state() == CommandState.HELD
                        || command.action().kind().destructive())
                .filter(command -> holds.canCallOff(signedIn.person(), command))
                .findFirst()
                .map(command -> new Told(
                        new Key(command.id(), command.state(), command.heldUntil(), command.beyondLimit()),
                        notice(command)));
    }

    private Notice notice(Command command) {
        Instant until = command.heldUntil();
        String action = words.action(command.action(), UI.getCurrent().getLocale());
        String label = command.subject().label();
        String title;
        if (command.state() == CommandState.DUE) {
            title = I18NProvider.translate("words.held.due", action, label);
        } else if (until == null || command.beyondLimit()) {
            title = I18NProvider.translate("words.held.limit", action, label);
        } else {
            title = I18NProvider.translate("words.held.until", action, label, TimeText.clockWords(until, clock));
        }
        return Notice.warn(title, I18NProvider.translate("words.held.text", command.byName()))
                .with(Buttons.primary(I18NProvider.translate("words.held.call-off"), () -> callOff(command)));
    }

    private static void proveFirst() {
        String back =
                URLEncoder.encode("/" + UI.getCurrent().getActiveViewLocation().getPath(), StandardCharsets.UTF_8);
        Confirmation.ask(I18NProvider.translate("words.held.lost"))
                .happens(I18NProvider.translate("words.held.second-person"))
                .primary(
                        I18NProvider.translate("words.held.sign-in"),
                        _ -> UI.getCurrent().getPage().setLocation("/sign-in/fresh?to=" + back))
                .open();
    }

    /** One press, no question: whoever stops something is in a hurry. */
    public void callOff(Command command) {
        String label = command.subject().label();
        switch (holds.callOff(signedIn.actor(), command.id())) {
            case YES -> Toast.done(I18NProvider.translate("words.held.called-off", label));
            case TOO_LATE, NOT_YOURS -> Toast.problem(I18NProvider.translate("words.held.too-late", label));
            case PROOF_OR_SECOND_PERSON -> proveFirst();
        }
    }
}
