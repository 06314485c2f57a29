package se.handtag.ui.employee;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.handtag.commands.Command;
import se.handtag.commands.CommandState;
import se.handtag.commands.Commands;
import se.handtag.devices.FleetDevice;
import se.handtag.recovery.LostReport;
import se.handtag.requests.Request;
import se.handtag.ui.kit.Chip;
import se.handtag.ui.kit.TimeText;
import se.handtag.ui.words.StateChip;
import se.handtag.ui.words.Words;

/** States of devices and requests in a word or two. */
@Component("employeeChips")
class Chips {
    /** A device that has been silent for longer is told as one that is not there now. */
    private static final Duration SILENT = Duration.ofHours(24);

    private final Words words;
    private final Commands commands;
    private final Clock clock;

    Chips(Words words, Commands commands, Clock clock) {
        this.words = words;
        this.commands = commands;
        this.clock = clock;
    }

    /** When the device last spoke with the MDM, on the clock and how long ago. */
    Chip contact(FleetDevice device) {
        Instant last = device.lastContact();
        if (last == null) {
            return Chip.waiting(I18NProvider.translate("employee.contact.never"));
        }
        return silent(device)
                ? Chip.waiting(
                        TimeText.bothWithin(last, clock, ago -> I18NProvider.translate("employee.contact.silent", ago)))
                : Chip.ok(TimeText.bothWithin(
                        last, clock, ago -> I18NProvider.translate("employee.contact.recent", ago)));
    }

    /** Whether commands to it will wait. */
    boolean silent(FleetDevice device) {
        Instant last = device.lastContact();
        return last == null || last.isBefore(clock.instant().minus(SILENT));
    }

    Chip lost(LostReport report) {
        return Chip.no(I18NProvider.translate("employee.lost.chip", TimeText.clockWords(report.reportedAt(), clock)));
    }

    /** Where a request stands, seen to the end of what followed it. */
    Chip of(Request request) {
        var locale = UI.getCurrent().getLocale();
        String state = words.requestState(request.state(), locale);
        return switch (request.state()) {
            case WAITING -> Chip.waiting(state);
            case REJECTED -> Chip.no(state);
            case WITHDRAWN, EXPIRED ->
                commandOf(request)
                        .filter(command -> command.state() != CommandState.CANCELLED)
                        .map(this::of)
                        .orElseGet(() -> Chip.plain(state));
            case APPROVED -> commandOf(request).map(this::of).orElseGet(() -> Chip.info(state));
        };
    }

    Chip of(Command command) {
        return StateChip.of(command.state(), words, UI.getCurrent().getLocale());
    }

    /** Whether something may still come of it. */
    boolean underWay(Request request) {
        return request.waiting()
                || commandOf(request)
                        .map(command -> !command.state().ended())
                        .orElse(request.state() == Request.State.APPROVED);
    }

    /** Whether it came to nothing, as far as anybody knows. */
    boolean failed(Request request) {
        return commandOf(request)
                .map(Command::state)
                .map(CommandState::cameToNothing)
                .orElse(request.state() != Request.State.APPROVED);
    }

    Optional<Command> commandOf(Request request) {
        return commands.ofRequest(request.id().value());
    }
}
