package se.handtag.ui.manager;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.OneReading;
import se.handtag.commands.Command;
import se.handtag.commands.Commands;
import se.handtag.grants.Grant;
import se.handtag.grants.Grants;
import se.handtag.identity.PersonId;
import se.handtag.identity.Role;
import se.handtag.identity.SignedIn;
import se.handtag.mdm.MdmException;
import se.handtag.policy.Action;
import se.handtag.requests.Approvals;
import se.handtag.requests.Decided;
import se.handtag.requests.Request;
import se.handtag.requests.RequestId;
import se.handtag.requests.Requests;
import se.handtag.ui.words.HandOverChanges;
import se.handtag.ui.words.LooksAtOthers;
import se.handtag.ui.words.LostMarks;
import se.handtag.ui.words.Words;

/** What the inbox reads and does, always as whoever is signed in. */
@Component
class Desk {
    private final SignedIn signedIn;
    private final Approvals approvals;
    private final Requests requests;
    private final Commands commands;
    private final Grants grants;
    private final LostMarks marks;
    private final Words words;
    private final HandOverChanges changes;
    private final LooksAtOthers looks;
    private final Clock clock;

    Desk(
            SignedIn signedIn,
            Approvals approvals,
            Requests requests,
            Commands commands,
            Grants grants,
            LostMarks marks,
            Words words,
            HandOverChanges changes,
            LooksAtOthers looks,
            Clock clock) {
        this.signedIn = signedIn;
        this.approvals = approvals;
        this.requests = requests;
        this.commands = commands;
        this.grants = grants;
        this.marks = marks;
        this.words = words;
        this.changes = changes;
        this.looks = looks;
        this.clock = clock;
    }

    List<Request> waiting() {
        return signedIn.find().map(approvals::waitingFor).orElseGet(List::of);
    }

    List<Request> decided() {
        return signedIn.find().map(approvals::decidedBy).orElseGet(List::of);
    }

    /** How many wait, as far as the MDM need not be asked for it. */
    int count() {
        return signedIn.find()
                .map(person -> OneReading.told(
                        new Waiting(person.id()),
                        () -> approvals.waitingAsLastKnown(person).size()))
                .orElse(0);
    }

    private record Waiting(PersonId person) {}

    /** Whether the inbox is of any use to this person. */
    boolean concerns() {
        return signedIn.find().filter(person -> person.is(Role.IT)).isPresent()
                || count() > 0
                || signedIn.find().filter(approvals::hasDecided).isPresent();
    }

    /** A request that this person may know of. */
    Optional<Request> find(RequestId id) {
        return requests.find(signedIn.person(), id);
    }

    /** One that was asked for by its address. */
    Optional<Request> open(RequestId id) {
        Optional<Request> found = find(id);
        found.ifPresentOrElse(looks::record, () -> looks.recordRefused("open-request", "request", id));
        return found;
    }

    List<Request> before(Request request) {
        return approvals.before(request);
    }

    Optional<Command> commandOf(Request request) {
        return commands.ofRequest(request.id().value());
    }

    /** For how many days it is asked for, 0 for good. */
    int days(Request request) {
        return grants.of(request.id()).map(Grant::days).orElse(0);
    }

    /** For whom this person stands in there, by name; null for nobody. */
    @Nullable
    String inPlaceOf(Request request) {
        return approvals.inPlaceOf(signedIn.person(), request);
    }

    boolean undo(RequestId id) {
        return approvals.undo(signedIn.actor(), id);
    }

    Decided approve(RequestId id, String comment) {
        return approvals.approve(signedIn.actor(), id, comment);
    }

    Decided reject(RequestId id, String comment) {
        return approvals.reject(signedIn.actor(), id, comment);
    }

    boolean decidedByMe(Request.StageDecision decision) {
        return decision.by().equals(signedIn.person().id().value());
    }

    /** What will be configured anew, for whoever is to say yes to another owner; none while nobody can tell. */
    List<String> changes(Request request, Locale locale) {
        var device = request.device();
        if (device == null || !(request.action() instanceof Action.HandOver handOver)) {
            return List.of();
        }
        try {
            return changes.of(device, handOver.to(), locale);
        } catch (MdmException away) {
            return List.of();
        }
    }

    boolean isLost(Request request) {
        return request.device() != null && marks.isLost(request.device().id());
    }

    Words words() {
        return words;
    }

    Clock clock() {
        return clock;
    }
}
