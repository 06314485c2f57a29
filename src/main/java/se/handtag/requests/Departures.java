package se.handtag.requests;

import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.identity.Actor;
import se.handtag.identity.Persons;
import se.handtag.identity.Role;
import se.handtag.identity.Sessions;

/** Somebody has left or no longer has the role: what waited for them goes to the next in line. */
@Component
public class Departures {
    private final RequestStore store;
    private final DepartedStore departed;
    private final Delegations delegations;
    private final Persons persons;
    private final Sessions sessions;
    private final AuditLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Departures(
            RequestStore store,
            DepartedStore departed,
            Delegations delegations,
            Persons persons,
            Sessions sessions,
            AuditLog log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.departed = departed;
        this.delegations = delegations;
        this.persons = persons;
        this.sessions = sessions;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A person of IT says that whoever has that address decides nothing any more. Stand-ins they gave or were lapse, and their
     * sessions end.
     *
     * @throws AccessDeniedException when the actor is not of IT
     */
    @Transactional
    public void left(Actor actor, String address) {
        onlyIt(actor);
        Set<String> addresses = persons.addressesOf(address);
        departed.add(addresses, clock.instant());
        log.append(about(address).by(actor).outcome("left"));
        persons.withAddress(address).forEach(person -> sessions.endAll(person, null));
        delegations.lapse(addresses);
        for (RequestId id : store.waitingFor(addresses)) {
            store.lock(id).filter(Request::waiting).ifPresent(this::passOn);
        }
    }

    /** The other way round: they decide again what is asked for from now on. */
    @Transactional
    public void back(Actor actor, String address) {
        onlyIt(actor);
        departed.remove(persons.addressesOf(address));
        log.append(about(address).by(actor).outcome("back"));
    }

    /** Who has left, by address. */
    public Set<String> all() {
        return store.departed();
    }

    private void passOn(Request request) {
        Routing routing = store.routing(request.id());
        int stage = request.stage();
        var stop = Route.at(routing, stage, routing.level(), request.stages().get(stage), store.departed());
        store.route(request.id(), stop, clock.instant());
        log.append(RequestRecords.about(request)
                .outcome("passed on")
                .fact(
                        "to",
                        stop.candidates().addresses().isEmpty()
                                ? "it"
                                : String.join(", ", stop.candidates().addresses())));
        events.publishEvent(new Request.RequestPassedOn(
                request.id(),
                request.by(),
                stop.candidates().addresses(),
                stop.candidates().it()));
    }

    private static AuditEntry about(String address) {
        return AuditEntry.of(AuditKind.DELEGATION).onBehalfOf(address.toLowerCase(Locale.ROOT));
    }

    private static void onlyIt(Actor actor) {
        if (!actor.person().is(Role.IT)) {
            throw new AccessDeniedException("Only IT says who has left");
        }
    }
}
