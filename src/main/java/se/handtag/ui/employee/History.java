package se.handtag.ui.employee;

import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.handtag.commands.Command;
import se.handtag.commands.Commands;
import se.handtag.identity.Person;
import se.handtag.identity.Role;
import se.handtag.identity.SignedIn;
import se.handtag.mdm.UserId;
import se.handtag.policy.ActionKind;
import se.handtag.requests.ReachableDevices.Reached;
import se.handtag.requests.Request;
import se.handtag.requests.RequestId;
import se.handtag.requests.Requests;
import se.handtag.ui.kit.Chip;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.words.Words;

/** What was asked for, one line each with its state. */
@org.springframework.stereotype.Component
class History {
    private static final int MOST = 20;

    private final Requests requests;
    private final Commands commands;
    private final SignedIn signedIn;
    private final Chips chips;
    private final Words words;
    private final Clock clock;

    History(Requests requests, Commands commands, SignedIn signedIn, Chips chips, Words words, Clock clock) {
        this.requests = requests;
        this.commands = commands;
        this.signedIn = signedIn;
        this.chips = chips;
        this.words = words;
        this.clock = clock;
    }

    /**
     * One line.
     *
     * @param request its page, null when there is none for this person
     */
    record Line(
            Instant at,
            Glyph glyph,
            String title,
            String quiet,
            Chip chip,
            @Nullable RequestId request) {}

    /** The newest about a device, as far as it was this person's matter: a former owner's are none of theirs. */
    List<Line> about(Reached reached) {
        var person = signedIn.person();
        var device = reached.device().id();
        List<Line> lines = new ArrayList<>();
        for (Request request : requests.ofDevice(device).stream()
                .filter(request -> concerns(
                        person,
                        reached,
                        request.by().equals(person.id()),
                        request.subject().owner()))
                .limit(MOST)
                .toList()) {
            boolean open = request.by().equals(person.id()) || person.is(Role.IT);
            lines.add(line(request, request.byName(), open));
        }
        for (Command command : commands.ofDevice(device, MOST)) {
            // Those that came from a request are told by it.
            if (command.request() == null
                    && concerns(person, reached, command.by().equals(person.id()), command.owner())) {
                lines.add(new Line(
                        command.placedAt(),
                        glyph(command.action().kind()),
                        words.action(command.action(), UI.getCurrent().getLocale()),
                        command.byName(),
                        chips.of(command),
                        null));
            }
        }
        lines.sort(Comparator.comparing(Line::at).reversed());
        return lines.subList(0, Math.min(MOST, lines.size()));
    }

    /** A line of the person's own list, which names the device. */
    Line mine(Request request) {
        var device = request.device();
        String label = request.subject().label();
        return line(request, device == null ? label : device.title() + " · " + label, true);
    }

    private Line line(Request request, String quiet, boolean open) {
        return new Line(
                request.askedAt(),
                glyph(request.action().kind()),
                words.action(request.action(), UI.getCurrent().getLocale()),
                quiet,
                chips.of(request),
                open ? request.id() : null);
    }

    private static boolean concerns(Person person, Reached reached, boolean byThem, @Nullable UserId ownerThen) {
        if (byThem || person.is(Role.IT) || person.is(Role.HELP_DESK)) {
            return true;
        }
        return reached.own() && ownerThen != null && ownerThen.equals(reached.self());
    }

    /** A list that has nothing to show yet. */
    HistoryList list() {
        return new HistoryList(clock);
    }

    private static Glyph glyph(ActionKind kind) {
        return switch (kind) {
            case REFRESH -> Glyph.REFRESH;
            case LOCK -> Glyph.LOCK;
            case MESSAGE -> Glyph.MESSAGE;
            case INSTALL_APP -> Glyph.APP;
            case REMOVE_APP -> Glyph.REMOVE;
            case CLEAR_PASSCODE -> Glyph.PASSCODE;
            case WIPE -> Glyph.WIPE;
            case PUT_TAG, TAKE_TAG, PUT_USER_TAG, TAKE_USER_TAG, CREATE_TAG, CHANGE_TAG, DELETE_TAG -> Glyph.TAG;
            case HAND_OVER, CHANGE_USER, CREATE_USER, DELETE_USER -> Glyph.PERSON;
            case CREATE_GROUP, RENAME_GROUP, DELETE_GROUP -> Glyph.GROUPS;
            case PUT_APP -> Glyph.APP;
        };
    }
}
