package se.handtag.requests;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditLog;
import se.handtag.commands.CommandState;
import se.handtag.commands.Commands;
import se.handtag.identity.Actor;
import se.handtag.identity.Person;
import se.handtag.identity.Role;
import se.handtag.mdm.DeviceId;
import se.handtag.policy.Action;
import se.handtag.policy.Asker;
import se.handtag.policy.LostDevices;
import se.handtag.policy.Policy;
import se.handtag.policy.Ruling;
import se.handtag.policy.Subject;

/** What a person asks for. */
@Component
public class Requests {
    private static final int MOST = 200;
    private static final Set<CommandState> CAME_TO_NOTHING = EnumSet.of(
            CommandState.REFUSED, CommandState.CANCELLED, CommandState.SETTLED_NOT_DONE, CommandState.CONTRADICTED);

    private final RequestStore store;
    private final DecisionStore decisions;
    private final ReachableDevices reachable;
    private final Eligibility eligibility;
    private final Policy policy;
    private final Intake intake;
    private final Commands commands;
    private final AuditLog log;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final LostDevices lost;
    private final SignInProof proof;

    Requests(
            RequestStore store,
            DecisionStore decisions,
            ReachableDevices reachable,
            Eligibility eligibility,
            Policy policy,
            Intake intake,
            Commands commands,
            AuditLog log,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            LostDevices lost,
            SignInProof proof) {
        this.store = store;
        this.decisions = decisions;
        this.reachable = reachable;
        this.eligibility = eligibility;
        this.policy = policy;
        this.intake = intake;
        this.commands = commands;
        this.log = log;
        this.transaction = transaction;
        this.events = events;
        this.lost = lost;
        this.proof = proof;
    }

    /**
     * Asks for something to be done with a device. The decision is put on record whatever it is.
     *
     * @param reason why, null or blank when nothing was said
     * @throws se.handtag.mdm.MdmException when the MDM cannot be asked for the device and nothing is known of it
     */
    public Asked ask(Actor actor, DeviceId device, Action action, @Nullable String reason) {
        return onDevice(actor, device, action, reason, UnaryOperator.identity());
    }

    /**
     * The same by the help desk or IT for whoever called, under a ticket that rules see and that stands on record.
     *
     * @throws se.handtag.mdm.MdmException when the MDM cannot be asked for the device and nothing is known of it
     */
    public Asked askUnderTicket(Actor actor, DeviceId device, Action action, @Nullable String reason, String ticket) {
        return onDevice(actor, device, action, reason, wish -> wish.under(ticket.strip()));
    }

    /**
     * Asks for something to be done to whatever the MDM keeps. Of a device only the id counts: it is looked up anew, and
     * another's is no device.
     *
     * @param reason why, null or blank when nothing was said
     * @throws se.handtag.mdm.MdmException when the MDM cannot be asked for the device and nothing is known of it
     */
    public Asked ask(Actor actor, Subject subject, Action action, @Nullable String reason) {
        return on(subject, actor, action, reason, UnaryOperator.identity());
    }

    /**
     * The same for a time, which rules see; taking it back is the caller's.
     *
     * @throws se.handtag.mdm.MdmException when the MDM cannot be asked for the device and nothing is known of it
     */
    public Asked askForATime(Actor actor, Subject subject, Action action, @Nullable String reason, Duration lasts) {
        return on(subject, actor, action, reason, wish -> wish.lasting(lasts));
    }

    private Asked on(Subject subject, Actor actor, Action action, @Nullable String reason, UnaryOperator<Wish> manner) {
        DeviceId device = subject.deviceId();
        return device == null
                ? ask(manner.apply(Wish.of(actor, reachable.self(actor.person()), subject, action, reason)))
                : onDevice(actor, device, action, reason, manner);
    }

    /**
     * The same for somebody who cannot prove once more who they are, for what they need for it was on the phone: where that
     * proof is asked for, a second person has to say yes instead.
     */
    public Asked askWithoutSignIn(Actor actor, DeviceId device, Action action, @Nullable String reason) {
        return onDevice(actor, device, action, reason, Wish::withoutSignIn);
    }

    private Asked onDevice(
            Actor actor, DeviceId device, Action action, @Nullable String reason, UnaryOperator<Wish> manner) {
        var found = reachable.find(actor.person(), device);
        if (found.isEmpty()) {
            log.appendAlone(AuditEntry.refused(actor, action.kind().key(), "device", device.value()));
            return new Asked.NoSuchDevice();
        }
        var subject = new Subject.OfDevice(found.get().device());
        return ask(manner.apply(Wish.of(actor, found.get().self(), subject, action, reason)));
    }

    Asked ask(Wish wish) {
        Ruling ruling =
                policy.rule(Asker.of(wish.actor().person(), wish.self()), wish.subject(), wish.action(), wish.manner());
        if (!ruling.decision().denied() && ruling.decision().needsReason() && wish.reason() == null) {
            return new Asked.ReasonMissing();
        }
        return Objects.requireNonNull(transaction.execute(_ -> intake.take(wish, ruling)));
    }

    /** Takes back what waits, or what was allowed and has not been sent. @return false when it is too late, or none of theirs */
    public boolean withdraw(Actor actor, RequestId id) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var found = store.lock(id)
                    .filter(request -> request.by().equals(actor.person().id()));
            if (found.isEmpty()
                    || (takesProofToWithdraw(found.get()) && !proof.spend(actor.person(), "withdraw " + id))) {
                return false;
            }
            // Ending calls the command off, so that the proof comes first; what served nothing is not spent.
            if (!end(found.get())) {
                status.setRollbackOnly();
                return false;
            }
            decisions.dropPending(id);
            store.end(id, Request.State.WITHDRAWN);
            log.append(RequestRecords.about(found.get()).by(actor).outcome("withdrawn"));
            events.publishEvent(new Request.RequestChanged(id, actor.person().id(), Request.State.WITHDRAWN));
            return true;
        }));
    }

    private boolean end(Request request) {
        return switch (request.state()) {
            case WAITING -> true;
            case APPROVED -> commands.callOff(request.id().value(), "withdrawn");
            case REJECTED, WITHDRAWN, EXPIRED -> false;
        };
    }

    /** The person's own and what was asked for on their behalf, the newest first. */
    public List<Request> of(Person person) {
        return store.by(person.id(), reachable.self(person), MOST);
    }

    /** What was asked for about a device that the person may see, the newest first. */
    public List<Request> ofDevice(DeviceId device) {
        return store.of(Subject.keyOf(device), MOST);
    }

    /**
     * A request that is theirs or on their behalf, or theirs to decide, or decided by them, or anybody's when they are of IT.
     */
    public Optional<Request> find(Person person, RequestId id) {
        return store.find(id).filter(request -> concerns(person, request));
    }

    private boolean concerns(Person person, Request request) {
        return request.by().equals(person.id())
                || person.is(Role.IT)
                || (request.forUser() != null && request.forUser().equals(reachable.self(person)))
                || request.decisions().stream()
                        .anyMatch(decision -> decision.by().equals(person.id().value()))
                || eligibility.wasAsked(person, request);
    }

    /**
     * Of the subjects those of which somebody asked the same since then, and it waits, is under way or came to something; by
     * their keys. For whoever asks for many and begins again.
     */
    public Set<String> askedLately(Collection<Subject> subjects, Action action, Instant since) {
        Map<String, UUID> asked =
                store.lately(subjects.stream().map(Subject::key).toList(), action, since);
        Map<UUID, CommandState> states = commands.statesOf(asked.values());
        return asked.entrySet().stream()
                .filter(each -> !CAME_TO_NOTHING.contains(states.get(each.getValue())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether withdrawing takes a fresh sign-in: while the device is lost, a thief may hold the owner's open session. */
    public boolean takesProofToWithdraw(Request request) {
        DeviceId device = request.subject().deviceId();
        return device != null && lost.isLost(device);
    }
}
