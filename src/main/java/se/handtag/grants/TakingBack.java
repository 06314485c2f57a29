package se.handtag.grants;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.audit.AuditLog;
import se.handtag.commands.Command;
import se.handtag.commands.CommandRecords;
import se.handtag.commands.Commands;
import se.handtag.commands.Order;
import se.handtag.commands.Subjects;
import se.handtag.grants.Grant.GrantEnded;
import se.handtag.grants.Grant.GrantEnds;
import se.handtag.grants.Grant.State;
import se.handtag.identity.Actor;
import se.handtag.identity.DirectoryClaims;
import se.handtag.identity.Person;
import se.handtag.identity.Persons;
import se.handtag.mdm.MdmException;
import se.handtag.policy.Action;
import se.handtag.policy.Asker;
import se.handtag.policy.Decision;
import se.handtag.policy.Manner;
import se.handtag.policy.Policy;
import se.handtag.policy.Ruling;
import se.handtag.policy.Subject;

/**
 * Announces the end of what was given for a time, and takes it back in the name of whoever had asked for it: decided by the
 * rules on what it is on now, put on record, and sent like anything else. Whether it came to that is known when its command
 * has ended ({@link GrantWatch}).
 */
@Component
class TakingBack {
    private static final Duration BEFORE = Duration.ofDays(1);
    private static final Duration WHILE_AWAY = Duration.ofMinutes(5);

    private final GrantStore store;
    private final GrantSteps steps;
    private final Commands commands;
    private final Persons persons;
    private final Subjects subjects;
    private final Policy policy;
    private final AuditLog log;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TakingBack(
            GrantStore store,
            GrantSteps steps,
            Commands commands,
            Persons persons,
            Subjects subjects,
            Policy policy,
            AuditLog log,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.commands = commands;
        this.persons = persons;
        this.subjects = subjects;
        this.policy = policy;
        this.log = log;
        this.transaction = transaction;
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

    /** Does what is due. What the MDM is asked for is asked before the transaction. */
    Next next(UUID id) {
        Instant now = clock.instant();
        Grant grant = running(store.find(id));
        if (grant == null) {
            return new Next.Done();
        }
        Instant ends = Objects.requireNonNull(grant.endsAt());
        Command given = commands.ofRequest(grant.request().value()).orElseThrow();
        if (now.isBefore(ends)) {
            return announce(grant, given, ends, now);
        }
        Optional<Subject> subject;
        try {
            subject = subjects.readNow(given.subject());
        } catch (MdmException away) {
            return new Next.Again(now.plus(WHILE_AWAY));
        }
        Action action = Things.opposite(given.action()).orElseThrow();
        var asker = new Asker(given.by(), persons.rolesOf(given.by()).orElse(given.roles()), given.self());
        Ruling ruling = subject.map(there -> policy.rule(asker, there, action, Manner.PLAIN))
                .orElse(null);
        transaction.executeWithoutResult(_ -> {
            if (running(store.lock(id)) != null) {
                takeBack(grant, given, action, ruling, now);
            }
        });
        return new Next.Done();
    }

    private static @Nullable Grant running(Optional<Grant> found) {
        return found.filter(grant -> grant.state() == State.RUNNING && grant.endsAt() != null)
                .orElse(null);
    }

    private Next announce(Grant grant, Command given, Instant ends, Instant now) {
        Instant dayBefore = ends.minus(BEFORE);
        if (grant.announcedAt() != null || now.isBefore(dayBefore)) {
            return new Next.Again(grant.announcedAt() == null ? dayBefore : ends);
        }
        transaction.executeWithoutResult(_ -> {
            if (running(store.lock(grant.id())) != null) {
                store.announced(grant.id(), now);
                // Who asked for a day need not be told at once that it ends tomorrow.
                if (grant.days() > 1) {
                    events.publishEvent(new GrantEnds(grant.request(), given.by()));
                }
            }
        });
        return new Next.Again(ends);
    }

    /** @param ruling what the rules say to it, null when what it was on is gone */
    private void takeBack(Grant grant, Command given, Action action, @Nullable Ruling ruling, Instant now) {
        if (ruling == null) {
            end(grant, given, State.ENDED, now);
            return;
        }
        log.append(CommandRecords.decision(inTheNameOf(given), action, ruling)
                .request(grant.request().value())
                .mark("because", "its time is over"));
        policy.keep(ruling, given.byName(), null);
        if (!isAtOnce(ruling.decision())) {
            end(grant, given, State.STUCK, now);
            return;
        }
        var order = new Order(
                given.by(),
                given.byName(),
                given.roles(),
                given.self(),
                ruling.question().subject(),
                action);
        steps.ending(grant, commands.place(order), now);
    }

    private void end(Grant grant, Command given, State state, Instant now) {
        steps.end(grant, state, now);
        events.publishEvent(new GrantEnded(grant.request(), given.by(), state == State.ENDED));
    }

    /** Nobody is there to say why, to sign in or to say yes. */
    private static boolean isAtOnce(Decision decision) {
        return !decision.denied()
                && !decision.needsApproval()
                && !decision.needsReason()
                && !decision.needsFreshSignIn();
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
