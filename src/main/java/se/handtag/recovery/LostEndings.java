package se.handtag.recovery;

import java.time.Clock;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.identity.Actor;
import se.handtag.identity.FreshSignIns;
import se.handtag.identity.Person;
import se.handtag.identity.Role;
import se.handtag.mdm.DeviceId;
import se.handtag.recovery.LostReport.Ending;
import se.handtag.requests.ReachableDevices;

/**
 * The end of a report. It takes more than reporting: a second person, or proof that whoever ends it is not just somebody who
 * holds the phone and its owner's open session.
 */
@Component
public class LostEndings {
    private final LostReportStore store;
    private final ReachableDevices reachable;
    private final FreshSignIns fresh;
    private final AuditLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LostEndings(
            LostReportStore store,
            ReachableDevices reachable,
            FreshSignIns fresh,
            AuditLog log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.reachable = reachable;
        this.fresh = fresh;
        this.log = log;
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

    /** Whether the person ends it as a second person, without more proof: of IT or the help desk, and not the reporter. */
    public static boolean isSecondPerson(Person person, LostReport report) {
        return isStaff(person) && !report.by().equals(person.id());
    }

    /**
     * Ends the report about a device. That it is found may be said by whose it is; that it is given up only by IT or the help
     * desk.
     *
     * @throws se.handtag.mdm.MdmException when the MDM cannot be asked for the device and nothing is known of it
     */
    @Transactional
    public Ended end(Actor actor, DeviceId device, Ending ending) {
        Person person = actor.person();
        var reached = reachable.find(person, device);
        boolean theirs = reached.isPresent() && reached.get().own() && ending == Ending.FOUND;
        if (!theirs && !isStaff(person)) {
            return Ended.NOT_YOURS;
        }
        var open = store.lock(device);
        if (open.isEmpty()) {
            return Ended.NOT_LOST;
        }
        boolean second = isSecondPerson(person, open.get());
        if (!second && !fresh.spend(fresh.of(person), person.id(), "lost-" + ending)) {
            return Ended.SIGN_IN_ANEW;
        }
        store.close(open.get().id(), person, ending, clock.instant());
        var entry = AuditEntry.of(AuditKind.LOST)
                .by(actor)
                .fact("reportedBy", open.get().reportedBy());
        log.append(reached.map(it -> LostReports.whose(entry, it))
                .orElse(entry)
                .device(device.value(), open.get().deviceLabel())
                .action("lift-lost")
                .outcome(ending.name().toLowerCase(Locale.ROOT))
                .fact("proof", second ? "second person" : "fresh sign-in"));
        events.publishEvent(reached.map(it -> LostReport.LostChanged.by(person, it))
                .orElseGet(() -> new LostReport.LostChanged(device, open.get().deviceLabel(), null, null)));
        return Ended.YES;
    }

    private static boolean isStaff(Person person) {
        return person.is(Role.IT) || person.is(Role.HELP_DESK);
    }
}
