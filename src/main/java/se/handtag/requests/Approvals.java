package se.handtag.requests;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.Longest;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditLog;
import se.handtag.identity.Actor;
import se.handtag.identity.Person;
import se.handtag.identity.Role;

/** What waits for a person's decision, and deciding it. */
@Component
public class Approvals {
    private static final int MOST = 50;

    private final RequestStore store;
    private final DecisionStore decisions;
    private final Eligibility eligibility;
    private final Lines lines;
    private final Effects effects;
    private final UndoTime undoTime;
    private final SignInProof proof;
    private final SchedulerClient scheduler;
    private final AuditLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Approvals(
            RequestStore store,
            DecisionStore decisions,
            Eligibility eligibility,
            Lines lines,
            Effects effects,
            UndoTime undoTime,
            SignInProof proof,
            SchedulerClient scheduler,
            AuditLog log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.decisions = decisions;
        this.eligibility = eligibility;
        this.lines = lines;
        this.effects = effects;
        this.undoTime = undoTime;
        this.proof = proof;
        this.scheduler = scheduler;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** What waits for this person or for whom they stand in for, the oldest first; never their own. */
    public List<Request> waitingFor(Person person) {
        return eligibility.decidable(person, open(person));
    }

    /** The same by what the MDM said last, which is not asked: for the frame, which stands around every page at once. */
    public List<Request> waitingAsLastKnown(Person person) {
        return eligibility.decidableAsLastKnown(person, open(person));
    }

    private List<Request> open(Person person) {
        return store.waitingFor(person.id(), eligibility.addresses(person), person.is(Role.IT)).stream()
                .filter(Request::open)
                .toList();
    }

    /** In whose place the person would decide it, by name; null when in their own. */
    public @Nullable String inPlaceOf(Person person, Request request) {
        var seat = eligibility.seat(person, request);
        return seat == null ? null : seat.inPlaceOf();
    }

    /** What this person has decided, the newest first. */
    public List<Request> decidedBy(Person person) {
        return store.decidedBy(person.id(), MOST);
    }

    /** Whether there is anything of that. */
    public boolean hasDecided(Person person) {
        return !store.decidedBy(person.id(), 1).isEmpty();
    }

    /** What the requester asked for in the year before, with the same kind of action; the newest first. */
    public List<Request> before(Request request) {
        var yearAgo = request.askedAt().minus(Duration.ofDays(365));
        return store.by(request.by(), null, MOST).stream()
                .filter(other -> !other.id().equals(request.id())
                        && other.action().kind() == request.action().kind()
                        && other.askedAt().isAfter(yearAgo)
                        && other.askedAt().isBefore(request.askedAt()))
                .toList();
    }

    /** Says yes. Once it can no longer be undone and is the last yes, the command is placed. */
    @Transactional
    public Decided approve(Actor actor, RequestId id, @Nullable String comment) {
        return decide(actor, id, true, comment);
    }

    /** Says no, with a word to the requester. */
    @Transactional
    public Decided reject(Actor actor, RequestId id, @Nullable String comment) {
        return decide(actor, id, false, comment);
    }

    /** Takes the person's decision back before it takes effect. @return false when it is too late, or there is none */
    @Transactional
    public boolean undo(Actor actor, RequestId id) {
        var locked = store.lock(id);
        if (locked.isEmpty() || !decisions.undo(id, actor.person().id(), clock.instant())) {
            return false;
        }
        log.append(RequestRecords.about(locked.get()).by(actor).outcome("undone"));
        events.publishEvent(new Request.DecisionPending(id));
        return true;
    }

    private Decided decide(Actor actor, RequestId id, boolean approved, @Nullable String comment) {
        Decided decided = decideOrRefuse(actor, id, approved, comment);
        if (decided instanceof Decided.NotYours) {
            log.append(AuditEntry.refused(actor, approved ? "approve" : "reject", "request", id));
        }
        return decided;
    }

    private Decided decideOrRefuse(Actor actor, RequestId id, boolean approved, @Nullable String comment) {
        Longest.REASON.demand(comment);
        var locked = store.lock(id);
        if (locked.isEmpty()) {
            return new Decided.NotYours();
        }
        Person person = actor.person();
        if (!locked.get().open()) {
            return decidedBefore(person, locked.get());
        }
        // Whoever was asked and is no approver any more must not decide by a page that still shows it.
        Request request = lines.today(locked.get());
        var seat = eligibility.seat(person, request);
        if (seat == null) {
            return new Decided.NotYours();
        }
        if (approved && request.needsFreshSignIn() && !proof.spend(person, "approve " + request.id())) {
            return new Decided.SignInFirst();
        }
        return keep(actor, request, seat, approved, comment == null || comment.isBlank() ? null : comment.strip());
    }

    private Decided keep(
            Actor actor, Request request, Eligibility.Seat seat, boolean approved, @Nullable String comment) {
        var now = clock.instant();
        var undo = undoTime.length();
        var id = request.id();
        var person = actor.person();
        var decision = new Request.StageDecision(
                person.id().value(),
                person.name(),
                seat.inPlaceOf(),
                request.stage(),
                approved,
                comment,
                now,
                now.plus(undo));
        decisions.insert(id, decision, seat);
        log.append(RequestRecords.about(request)
                .by(actor)
                .outcome(approved ? "approved" : "rejected")
                .fact("inPlaceOf", seat.inPlaceOf())
                .fact("comment", comment)
                .fact("stage", request.stages().get(decision.stage()).word()));
        if (undo.isZero()) {
            effects.settle(id);
            return new Decided.Done(store.find(id).orElseThrow(), null);
        }
        scheduler.scheduleIfNotExists(RequestConfiguration.takingEffect(id, person.id(), decision.effectiveAt()));
        events.publishEvent(new Request.DecisionPending(id));
        return new Decided.Done(store.find(id).orElseThrow(), decision.effectiveAt());
    }

    private Decided decidedBefore(Person person, Request request) {
        List<Request.StageDecision> all = new ArrayList<>(request.decisions());
        all.addAll(request.pending());
        if (all.isEmpty() || !eligibility.wasAsked(person, request)) {
            return new Decided.NotYours();
        }
        var last = all.getLast();
        var state = request.waiting()
                ? (last.approved() ? Request.State.APPROVED : Request.State.REJECTED)
                : request.state();
        return new Decided.AlreadyDecided(state, last.byName(), last.at());
    }
}
