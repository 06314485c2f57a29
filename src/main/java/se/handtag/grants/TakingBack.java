package se.handtag.grants;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.audit.AuditLog;
import se.handtag.commands.Command;
import se.handtag.commands.CommandRecords;
import se.handtag.commands.Commands;
import se.handtag.commands.Order;
import se.handtag.grants.Grant.GrantEnded;
import se.handtag.grants.Grant.GrantEnds;
import se.handtag.grants.Grant.State;
import se.handtag.identity.Actor;
import se.handtag.identity.DirectoryClaims;
import se.handtag.identity.Person;
import se.handtag.identity.Persons;
import se.handtag.policy.Action;
import se.handtag.policy.Asker;
import se.handtag.policy.Manner;
import se.handtag.policy.Policy;
import se.handtag.policy.Ruling;

/**
 * Announces the end of what was given for a time, and takes it back in the name of whoever had asked for it: decided by the
 * rules, put on record, and sent like anything else.
 */
@Component
class TakingBack {
    private static final Duration BEFORE = Duration.ofDays(1);

    private final GrantStore store;
    private final Commands commands;
    private final Persons persons;
    private final Policy policy;
    private final AuditLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TakingBack(
            GrantStore store,
            Commands commands,
            Persons persons,
            Policy policy,
            AuditLog log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.commands = commands;
        this.persons = persons;
        this.policy = policy;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** When to look again. */
    sealed interface Next {

        /** Never. */
        record Done() implements Next {}

        /** Then. */
        record Again(Instant at) implements Next {}
    }

    /** A day before the end, or at once when it is shorter. */
    static Instant announceAt(Instant ends, Instant now) {
        Instant dayBefore = ends.minus(BEFORE);
        return dayBefore.isAfter(now) ? dayBefore : now;
    }

    /** Does what is due. */
    @Transactional
    public Next next(UUID id) {
        Instant now = clock.instant();
        Grant grant = store.lock(id).orElse(null);
        if (grant == null || grant.state() != State.RUNNING || grant.endsAt() == null) {
            return new Next.Done();
        }
        Command given = commands.ofRequest(grant.request().value()).orElseThrow();
        if (!now.isBefore(grant.endsAt())) {
            takeBack(grant, given, now);
            return new Next.Done();
        }
        if (grant.announcedAt() == null && !now.isBefore(grant.endsAt().minus(BEFORE))) {
            store.announced(id, now);
            // Who asked for a day need not be told at once that it ends tomorrow.
            if (grant.days() > 1) {
                events.publishEvent(new GrantEnds(grant.request(), given.by()));
            }
        }
        return new Next.Again(
                grant.announcedAt() == null && now.isBefore(grant.endsAt().minus(BEFORE))
                        ? grant.endsAt().minus(BEFORE)
                        : grant.endsAt());
    }

    private void takeBack(Grant grant, Command given, Instant now) {
        Action action = Things.opposite(given.action()).orElseThrow();
        var asker = new Asker(given.by(), persons.rolesOf(given.by()).orElse(given.roles()), given.self());
        Ruling ruling = policy.rule(asker, given.subject(), action, Manner.PLAIN);
        log.append(CommandRecords.decision(inTheNameOf(given), action, ruling)
                .request(grant.request().value())
                .mark("because", "its time is over"));
        policy.keep(ruling, given.byName(), null);
        boolean can = !ruling.decision().denied() && !ruling.decision().needsApproval();
        store.end(grant.id(), can ? State.ENDED : State.STUCK, now);
        if (can) {
            commands.place(new Order(
                    given.by(),
                    given.byName(),
                    given.roles(),
                    given.self(),
                    ruling.question().subject(),
                    action));
        }
        events.publishEvent(new GrantEnded(grant.request(), given.by(), can));
    }

    /** Nobody presses anything: it is done for whoever had asked, as they had agreed when they asked for a time. */
    private static Actor inTheNameOf(Command given) {
        var nothingKnown = new DirectoryClaims(null, null, null, null, null);
        return new Actor(
                new Person(
                        given.by(),
                        given.by().toString(),
                        given.byName(),
                        null,
                        nothingKnown,
                        null,
                        given.roles(),
                        null),
                null);
    }
}
