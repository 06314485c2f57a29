package se.handtag.requests;

import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.Longest;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.identity.Actor;
import se.handtag.identity.DoorEvent;
import se.handtag.identity.Person;
import se.handtag.identity.Persons;
import se.handtag.identity.Role;
import se.handtag.identity.Sessions;

/**
 * Somebody has left or lost the role by which they say yes, as IT or the identity provider says: what waited for them goes to
 * the next in line, and their stand-ins end.
 */
@Component
public class Departures {
    private final RequestStore store;
    private final DepartedStore departed;
    private final Delegations delegations;
    private final Persons persons;
    private final Sessions sessions;
    private final Humans humans;
    private final Lines lines;
    private final AuditLog log;
    private final Clock clock;

    Departures(
            RequestStore store,
            DepartedStore departed,
            Delegations delegations,
            Persons persons,
            Sessions sessions,
            Humans humans,
            Lines lines,
            AuditLog log,
            Clock clock) {
        this.store = store;
        this.departed = departed;
        this.delegations = delegations;
        this.persons = persons;
        this.sessions = sessions;
        this.humans = humans;
        this.lines = lines;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A person of IT says that whoever has that address decides nothing any more. Stand-ins they gave or were lapse, their
     * sessions end, and they count as an employee without any role until they sign in with one. What waited for them goes to
     * the next in line, and whoever says so does not decide it.
     *
     * @throws AccessDeniedException when the actor is not of IT
     */
    @Transactional
    public void left(Actor actor, String address) {
        onlyIt(actor);
        Longest.NAME.demand(address);
        Set<String> addresses = persons.addressesOf(address);
        departed.add(addresses, humans.marks(actor.person()), clock.instant());
        log.append(about(address).by(actor).outcome("left"));
        persons.withAddress(address).forEach(person -> {
            sessions.endAll(actor, person, null, "left");
            persons.onlyEmployee(person);
        });
        moveOn(addresses);
    }

    /**
     * The provider says that they are gone. It counts until they sign in again, and nobody gets or loses a say in anything for
     * having said so.
     */
    @EventListener
    @Transactional
    public void on(DoorEvent.PersonGone gone) {
        if (departed.addByProvider(gone.addresses(), clock.instant()) == 0) {
            return;
        }
        log.append(AuditEntry.of(AuditKind.DELEGATION)
                .onBehalfOf(gone.person(), gone.name())
                .mark("by", "provider")
                .outcome("left"));
        moveOn(gone.addresses());
    }

    /**
     * They no longer have roles. What waits for IT waits for the others of IT; what waits for themselves as somebody's manager
     * or as an approver goes on doing so.
     */
    @EventListener
    @Transactional
    public void on(DoorEvent.RolesLost lost) {
        if (lost.lost().contains(Role.IT)) {
            delegations.lapse(lost.addresses());
        }
    }

    /** Whoever signs in is there. Only IT takes back what IT has said. */
    @EventListener
    @Transactional
    public void on(DoorEvent.PersonSignedIn in) {
        Person person = in.actor().person();
        if (departed.removeByProvider(person.addresses(), clock.instant()) > 0) {
            log.append(AuditEntry.of(AuditKind.DELEGATION).by(in.actor()).outcome("back"));
        }
    }

    private void moveOn(Set<String> addresses) {
        delegations.lapse(addresses);
        for (RequestId id : store.waitingFor(addresses)) {
            store.lock(id).filter(Request::waiting).ifPresent(lines::moveOn);
        }
    }

    /**
     * The other way round: they decide again what is asked for from now on.
     *
     * @throws AccessDeniedException when the actor is not of IT, or says so of themselves
     */
    @Transactional
    public void back(Actor actor, String address) {
        onlyIt(actor);
        Set<String> addresses = persons.addressesOf(address);
        if (isThemselves(actor.person(), addresses)) {
            throw new AccessDeniedException("Nobody says of themselves that they are back");
        }
        if (departed.remove(addresses, clock.instant()) > 0) {
            log.append(about(address).by(actor).outcome("back"));
        }
    }

    /** Who has left, by address. */
    public Set<String> all() {
        return store.departed();
    }

    private boolean isThemselves(Person person, Set<String> addresses) {
        return Humans.same(
                humans.marks(person), addresses.stream().map(Humans::address).toList());
    }

    private AuditEntry about(String address) {
        String known = address.strip().toLowerCase(Locale.ROOT);
        var entry = AuditEntry.of(AuditKind.DELEGATION);
        return persons.withAddress(known).stream()
                .findFirst()
                .map(person -> entry.onBehalfOf(person, known))
                .orElseGet(() -> entry.onBehalfOf(known));
    }

    private static void onlyIt(Actor actor) {
        if (!actor.person().is(Role.IT)) {
            throw new AccessDeniedException("Only IT says who has left");
        }
    }
}
