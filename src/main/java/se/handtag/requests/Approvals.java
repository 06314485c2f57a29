package se.handtag.requests;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.audit.AuditLog;
import se.handtag.commands.Commands;
import se.handtag.commands.Evidence;
import se.handtag.commands.Order;
import se.handtag.identity.Actor;
import se.handtag.identity.Person;
import se.handtag.identity.PersonId;
import se.handtag.identity.Role;
import se.handtag.policy.ApproverKind;
import se.handtag.policy.Stage;

/** What waits for a person's decision, and deciding it. */
@Component
public class Approvals {
    private static final int MOST = 50;

    private final RequestStore store;
    private final ApproverNames names;
    private final Commands commands;
    private final AuditLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Approvals(
            RequestStore store,
            ApproverNames names,
            Commands commands,
            AuditLog log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.names = names;
        this.commands = commands;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** What waits for this person, the oldest first; never their own. */
    public List<Request> waitingFor(Person person) {
        return store.waitingFor(person.id(), person.addresses(), person.is(Role.IT)).stream()
                .filter(request -> mayDecide(person, request))
                .toList();
    }

    /** What this person has decided, the newest first. */
    public List<Request> decidedBy(Person person) {
        return store.decidedBy(person.id(), MOST);
    }

    /** Whose yes a request waits for, by name; empty when it is IT's. */
    public List<String> approverNames(Request request) {
        return names.of(request.approverAddresses()).values().stream().sorted().toList();
    }

    /** What the requester asked for in the year before, with the same kind of action; the newest first. */
    public List<Request> before(Request request) {
        var yearAgo = request.askedAt().minus(Duration.ofDays(365));
        return store.by(request.by(), MOST).stream()
                .filter(other -> !other.id().equals(request.id())
                        && other.action().kind() == request.action().kind()
                        && other.askedAt().isAfter(yearAgo)
                        && other.askedAt().isBefore(request.askedAt()))
                .toList();
    }

    /** Says yes. With the last yes the command is placed, in the same transaction. */
    @Transactional
    public Decided approve(Actor actor, RequestId id, @Nullable String comment) {
        return decide(actor, id, true, comment);
    }

    /** Says no, with a word to the requester. */
    @Transactional
    public Decided reject(Actor actor, RequestId id, @Nullable String comment) {
        return decide(actor, id, false, comment);
    }

    private Decided decide(Actor actor, RequestId id, boolean approved, @Nullable String comment) {
        var locked = store.lock(id);
        if (locked.isEmpty()) {
            return new Decided.NotYours();
        }
        Request request = locked.get();
        if (!request.waiting()) {
            return decidedBefore(actor.person(), request);
        }
        if (!mayDecide(actor.person(), request)) {
            return new Decided.NotYours();
        }
        String said = comment == null || comment.isBlank() ? null : comment.strip();
        store.decide(
                id,
                new Request.StageDecision(
                        actor.person().id().value(), actor.person().name(), approved, said, clock.instant()));
        log.append(RequestRecords.about(request)
                .by(actor)
                .outcome(approved ? "approved" : "rejected")
                .fact("comment", said)
                .fact("stage", request.stages().get(request.decisions().size()).name()));
        Request.State state = advance(request, approved);
        events.publishEvent(new Request.RequestChanged(id, request.by(), state));
        return new Decided.Done(store.find(id).orElseThrow());
    }

    private Request.State advance(Request request, boolean approved) {
        if (!approved) {
            store.move(request.id(), Request.State.REJECTED, request.approverAddresses());
            return Request.State.REJECTED;
        }
        int next = request.decisions().size() + 1;
        if (next < request.stages().size()) {
            // Kinds of approver are asked in the order in which they are declared, so that only IT can stand second.
            store.move(request.id(), Request.State.WAITING, Set.of());
            return Request.State.WAITING;
        }
        store.move(request.id(), Request.State.APPROVED, request.approverAddresses());
        commands.place(new Order(
                request.by(),
                request.byName(),
                request.roles(),
                request.self(),
                request.subject(),
                request.action(),
                evidence(store.find(request.id()).orElseThrow()),
                null,
                request.id().value()));
        return Request.State.APPROVED;
    }

    private static Evidence evidence(Request request) {
        return new Evidence(
                request.reason() != null,
                false,
                request.stages().stream()
                        .map(stage -> stage == ApproverKind.IT ? Stage.IT : new Stage.Manager())
                        .toList(),
                request.decisions().stream()
                        .map(decision -> new PersonId(decision.by()))
                        .toList());
    }

    private static Decided decidedBefore(Person person, Request request) {
        if (request.decisions().isEmpty() || !couldDecide(person, request)) {
            return new Decided.NotYours();
        }
        var last = request.decisions().getLast();
        return new Decided.AlreadyDecided(request.state(), last.byName(), last.at());
    }

    /** Nobody decides their own request, nor two stages of one. */
    private static boolean mayDecide(Person person, Request request) {
        return request.waiting()
                && couldDecide(person, request)
                && request.decisions().stream()
                        .noneMatch(decision -> decision.by().equals(person.id().value()));
    }

    private static boolean couldDecide(Person person, Request request) {
        if (request.by().equals(person.id())) {
            return false;
        }
        return request.approverAddresses().isEmpty()
                ? person.is(Role.IT)
                : request.approverAddresses().stream().anyMatch(person.addresses()::contains);
    }
}
