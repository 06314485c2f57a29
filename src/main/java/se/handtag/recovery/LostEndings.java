package se.handtag.recovery;

import java.time.Clock;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.commands.OneHuman;
import se.handtag.identity.Actor;
import se.handtag.identity.FreshSignIns;
import se.handtag.identity.Person;
import se.handtag.identity.Role;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.MdmException;
import se.handtag.mdm.UserId;
import se.handtag.recovery.LostReport.Ending;
import se.handtag.recovery.LostReport.LostChanged;
import se.handtag.requests.ReachableDevices;
import se.handtag.requests.ReachableDevices.Reached;

/**
 * The end of a report. It takes more than reporting: a second person, or proof that whoever ends it is not just somebody who
 * holds the phone and its owner's open session.
 */
@Component
public class LostEndings {
    private final LostReportStore store;
    private final ReachableDevices reachable;
    private final OneHuman humans;
    private final FreshSignIns fresh;
    private final AuditLog log;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LostEndings(
            LostReportStore store,
            ReachableDevices reachable,
            OneHuman humans,
            FreshSignIns fresh,
            AuditLog log,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.reachable = reachable;
        this.humans = humans;
        this.fresh = fresh;
        this.log = log;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** What came of ending a report. */
    public enum Ended {
        /** It is closed. */
        YES,
        /** The device is not reported lost, or no longer. */
        NOT_LOST,
        /** They may, once they have signed in anew. */
        SIGN_IN_ANEW,
        /** It is none of theirs, or not theirs to end in that way. */
        NOT_YOURS
    }

    /**
     * Whether the person ends it as a second person, without more proof: of IT or the help desk, and by none of their accounts
     * the reporter or whose it is. It asks the MDM who they are.
     */
    public boolean isSecondPerson(Person person, LostReport report) {
        return isStaff(person)
                && !report.by().equals(person.id())
                && Collections.disjoint(humans.marks(person), report.marks());
    }

    /**
     * Ends the report about a device. That it is found may be said by whose it is; that it is given up only by IT or the help
     * desk.
     *
     * @throws MdmException when the MDM cannot be asked for the device of somebody who is not of IT or the help desk, and
     *     nothing is known of it
     */
    public Ended end(Actor actor, DeviceId device, Ending ending) {
        Person person = actor.person();
        Optional<Reached> reached = reached(person, device);
        boolean own = reached.filter(Reached::own).isPresent();
        if (!isStaff(person) && !(own && ending == Ending.FOUND)) {
            log.appendAlone(AuditEntry.refused(actor, "lift-lost", "device", device.value()));
            return Ended.NOT_YOURS;
        }
        var report = store.open(device);
        if (report.isEmpty()) {
            return Ended.NOT_LOST;
        }
        boolean second = !own && isSecondPerson(person, report.get());
        return Objects.requireNonNull(
                transaction.execute(_ -> end(actor, report.get(), ending, second, reached.orElse(null))));
    }

    /** Whoever is of IT or the help desk needs nothing of the MDM to say that it was found. */
    private Optional<Reached> reached(Person person, DeviceId device) {
        try {
            return reachable.find(person, device);
        } catch (MdmException away) {
            if (isStaff(person)) {
                return Optional.empty();
            }
            throw away;
        }
    }

    private static @Nullable String owner(LostReport report) {
        return report.owner() == null ? null : "user/" + report.owner();
    }

    private Ended end(Actor actor, LostReport report, Ending ending, boolean second, @Nullable Reached reached) {
        Person person = actor.person();
        var open = store.lock(report.device()).filter(it -> it.id().equals(report.id()));
        if (open.isEmpty()) {
            return Ended.NOT_LOST;
        }
        if (!second && !fresh.spend(fresh.of(person), person.id(), "lost-" + ending)) {
            return Ended.SIGN_IN_ANEW;
        }
        store.close(open.get().id(), person, ending, clock.instant());
        var entry = AuditEntry.of(AuditKind.LOST)
                .by(actor)
                .fact("reportedBy", open.get().reportedBy());
        log.append((reached == null ? entry : LostReports.whose(entry, reached))
                .device(report.device().value(), open.get().deviceLabel())
                .affecting(owner(open.get()))
                .action("lift-lost")
                .outcome(ending.name().toLowerCase(Locale.ROOT))
                .fact("proof", second ? "second person" : "fresh sign-in"));
        events.publishEvent(lifted(person, open.get(), reached));
        return Ended.YES;
    }

    /** With what was kept of whose it is, where the MDM cannot be asked. */
    private static LostChanged lifted(Person person, LostReport report, @Nullable Reached reached) {
        if (reached != null && reached.own()) {
            return LostChanged.by(person, reached);
        }
        UserId owner = reached == null ? report.owner() : reached.device().owner();
        boolean reportedByOwner = owner != null && owner.equals(report.self());
        return new LostChanged(report.device(), report.deviceLabel(), owner, reportedByOwner ? report.by() : null);
    }

    private static boolean isStaff(Person person) {
        return person.is(Role.IT) || person.is(Role.HELP_DESK);
    }
}
