package se.handtag.requests;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.Longest;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.identity.Actor;
import se.handtag.identity.Person;
import se.handtag.identity.Role;
import se.handtag.policy.ActionKind;
import se.handtag.requests.Delegation.Change;

/** Who decides in whose place. */
@Component
public class Delegations {
    private final DelegationStore store;
    private final ApproverNames names;
    private final Humans humans;
    private final AuditLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Delegations(
            DelegationStore store,
            ApproverNames names,
            Humans humans,
            AuditLog log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.names = names;
        this.humans = humans;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Lets somebody decide in one's place.
     *
     * @param address of the stand-in
     * @param actions what for; empty for everything
     */
    @Transactional
    public Delegated delegate(Actor actor, String address, Instant from, Instant until, Set<ActionKind> actions) {
        Person giver = actor.person();
        Longest.NAME.demand(address);
        String to = address.strip().toLowerCase(Locale.ROOT);
        String name = names.of(to);
        if (name.equals(to)) {
            return new Delegated.Nobody();
        }
        if (humans.marks(giver).contains(Humans.address(to))) {
            return new Delegated.Yourself();
        }
        if (!from.isBefore(until) || !until.isAfter(clock.instant())) {
            return new Delegated.NoTime();
        }
        var delegation = new Delegation(
                UUID.randomUUID(), giver.id(), giver.name(), giver.addresses(), to, name, from, until, actions, null);
        store.insert(delegation, clock.instant());
        log.append(about(delegation).by(actor).outcome("stand-in named").step(step(delegation, "named")));
        events.publishEvent(new Delegation.DelegationChanged(delegation.id(), giver.id(), to, name, Change.NAMED));
        return new Delegated.Done(delegation);
    }

    /** Ends one's own before its time. @return false when it is none of theirs or was over */
    @Transactional
    public boolean end(Actor actor, UUID id) {
        boolean theirs = by(actor.person()).stream()
                .anyMatch(delegation -> delegation.id().equals(id));
        if (!theirs) {
            return false;
        }
        store.end(id, clock.instant())
                .ifPresent(ended -> ended(ended, about(ended).by(actor), "stand-in ended", Change.ENDED));
        return true;
    }

    /**
     * Ends somebody else's before its time.
     *
     * @return false when there is none, or it was over
     * @throws AccessDeniedException when they are not of IT
     */
    @Transactional
    public boolean endForThem(Actor actor, UUID id) {
        onlyIt(actor);
        Optional<Delegation> ended = store.end(id, clock.instant());
        ended.ifPresent(each -> ended(each, about(each).by(actor), "stand-in ended", Change.ENDED_BY_IT));
        return ended.isPresent();
    }

    /** Everybody's that are not over, the soonest first. @throws AccessDeniedException when they are not of IT */
    public List<Delegation> all(Actor actor) {
        onlyIt(actor);
        return store.all(clock.instant());
    }

    private static void onlyIt(Actor actor) {
        if (!actor.person().is(Role.IT)) {
            throw new AccessDeniedException("Only IT sees who stands in for whom");
        }
    }

    /** What the person gave and that is not over, the soonest first. */
    public List<Delegation> by(Person person) {
        return store.by(person.id(), clock.instant());
    }

    /** In whose place the person decides now. */
    public List<Delegation> to(Person person) {
        return store.to(person.addresses(), clock.instant());
    }

    /** Who stands in for these now, for that kind of action. */
    public List<Delegation> from(Collection<String> addresses, ActionKind action) {
        return store.from(addresses, clock.instant()).stream()
                .filter(delegation -> delegation.isFor(action))
                .toList();
    }

    /** Somebody has left or lost their role: neither what they gave nor what was given to them counts any more. */
    @Transactional
    void lapse(Collection<String> addresses) {
        var now = clock.instant();
        for (Delegation delegation : store.about(addresses, now)) {
            store.end(delegation.id(), now)
                    .ifPresent(ended -> ended(ended, about(ended), "stand-in lapsed", Change.LAPSED));
        }
    }

    private void ended(Delegation delegation, AuditEntry entry, String outcome, Change change) {
        log.append(entry.outcome(outcome).step(step(delegation, "ended")));
        events.publishEvent(new Delegation.DelegationChanged(
                delegation.id(), delegation.from(), delegation.toAddress(), delegation.toName(), change));
    }

    private static String step(Delegation delegation, String what) {
        return "delegation/" + delegation.id() + "/" + what;
    }

    private static AuditEntry about(Delegation delegation) {
        String actions =
                delegation.actions().stream().map(ActionKind::key).sorted().collect(Collectors.joining(", "));
        return AuditEntry.of(AuditKind.DELEGATION)
                .onBehalfOf(delegation.from(), delegation.fromName())
                .fact("from", delegation.startsAt().toString())
                .fact("until", delegation.endsAt().toString())
                .fact("standIn", delegation.toName())
                .fact("standInAddress", delegation.toAddress())
                .fact("actions", actions.isEmpty() ? "all" : actions);
    }
}
