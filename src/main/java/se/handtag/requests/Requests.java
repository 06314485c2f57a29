package se.handtag.requests;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.commands.CommandRecords;
import se.handtag.commands.Commands;
import se.handtag.commands.Evidence;
import se.handtag.commands.Order;
import se.handtag.identity.Actor;
import se.handtag.identity.Person;
import se.handtag.identity.Role;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.UserId;
import se.handtag.policy.Action;
import se.handtag.policy.ApproverKind;
import se.handtag.policy.Decision;
import se.handtag.policy.Policy;
import se.handtag.policy.Ruling;
import se.handtag.policy.Subject;

/** What a person asks for. */
@Component
public class Requests {
    private static final int MOST = 200;

    private final RequestStore store;
    private final ReachableDevices reachable;
    private final Policy policy;
    private final Approvers approvers;
    private final Commands commands;
    private final AuditLog log;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Requests(
            RequestStore store,
            ReachableDevices reachable,
            Policy policy,
            Approvers approvers,
            Commands commands,
            AuditLog log,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.reachable = reachable;
        this.policy = policy;
        this.approvers = approvers;
        this.commands = commands;
        this.log = log;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks for something to be done with a device. The decision is put on record whatever it is.
     *
     * @param reason why, null or blank when nothing was said
     * @throws se.handtag.mdm.MdmException when the MDM cannot be asked for the device and nothing is known of it
     */
    public Asked ask(Actor actor, DeviceId device, Action action, @Nullable String reason) {
        return onDevice(actor, device, action, said(reason));
    }

    /**
     * Asks for something to be done to whatever the MDM keeps. Of a device only the id counts: it is looked up anew, and
     * another's is no device.
     *
     * @param reason why, null or blank when nothing was said
     * @throws se.handtag.mdm.MdmException when the MDM cannot be asked for the device and nothing is known of it
     */
    public Asked ask(Actor actor, Subject subject, Action action, @Nullable String reason) {
        DeviceId device = subject.deviceId();
        return device == null
                ? ask(actor, reachable.self(actor.person()), subject, action, said(reason))
                : onDevice(actor, device, action, said(reason));
    }

    private static @Nullable String said(@Nullable String reason) {
        return reason == null || reason.isBlank() ? null : reason.strip();
    }

    private Asked onDevice(Actor actor, DeviceId device, Action action, @Nullable String reason) {
        var found = reachable.find(actor.person(), device);
        if (found.isEmpty()) {
            log.appendAlone(AuditEntry.of(AuditKind.REFUSED_ACCESS)
                    .by(actor)
                    .action(action.kind().key())
                    .outcome("no such device")
                    .fact("asked", device.value().toString()));
            return new Asked.NoSuchDevice();
        }
        var subject = new Subject.OfDevice(found.get().device());
        return ask(actor, found.get().self(), subject, action, reason);
    }

    private Asked ask(Actor actor, @Nullable UserId self, Subject subject, Action action, @Nullable String reason) {
        Ruling ruling = policy.rule(actor.person().roles(), self, subject, action);
        Decision decision = ruling.decision();
        if (!decision.denied() && decision.needsReason() && reason == null) {
            return new Asked.ReasonMissing();
        }
        return Objects.requireNonNull(transaction.execute(_ -> {
            if (!decision.denied()) {
                Optional<Request> same = store.same(actor.person().id(), subject, action);
                if (same.isPresent()) {
                    return new Asked.AskedAlready(same.get().id());
                }
            }
            var id = new RequestId(UUID.randomUUID());
            log.append(CommandRecords.decision(actor, action, ruling)
                    .request(decision.denied() ? null : id.value())
                    .fact("reason", reason));
            if (decision.denied()) {
                return new Asked.Denied(decision);
            }
            return keep(actor.person(), self, action, reason, ruling, id);
        }));
    }

    private Asked keep(
            Person person, @Nullable UserId self, Action action, @Nullable String reason, Ruling ruling, RequestId id) {
        Decision decision = ruling.decision();
        Subject subject = ruling.question().subject();
        var owner = ruling.question().owner();
        List<ApproverKind> stages =
                decision.stages().stream().map(ApproverKind::of).sorted().toList();
        boolean waits = !stages.isEmpty();
        var request = new Request(
                id,
                waits ? Request.State.WAITING : Request.State.APPROVED,
                person.id(),
                person.name(),
                person.roles(),
                self,
                owner == null ? null : owner.name(),
                subject,
                action,
                reason,
                decision.reasons(),
                stages,
                List.of(),
                waits ? approvers.find(stages.getFirst(), person, ruling.question()) : Set.of(),
                clock.instant());
        store.insert(request);
        events.publishEvent(new Request.RequestChanged(id, person.id(), request.state()));
        if (waits) {
            return new Asked.Waiting(id);
        }
        commands.place(new Order(person.id(), person.name(), person.roles(), self, subject, action, Evidence.of(reason != null, false), null, id.value()));
        return new Asked.OnItsWay(id);
    }

    /** Takes a waiting request back. */
    public boolean withdraw(Actor actor, RequestId id) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var found = store.lock(id)
                    .filter(request -> request.by().equals(actor.person().id()));
            if (found.isEmpty() || !found.get().waiting()) {
                return false;
            }
            store.move(id, Request.State.WITHDRAWN, found.get().approverAddresses());
            log.append(RequestRecords.about(found.get()).by(actor).outcome("withdrawn"));
            events.publishEvent(new Request.RequestChanged(id, actor.person().id(), Request.State.WITHDRAWN));
            return true;
        }));
    }

    /** The person's own, the newest first. */
    public List<Request> of(Person person) {
        return store.by(person.id(), MOST);
    }

    /** What was asked for about a device that the person may see, the newest first. */
    public List<Request> ofDevice(DeviceId device) {
        return store.of(Subject.keyOf(device), MOST);
    }

    /** A request that is theirs, or theirs to decide, or decided by them, or anybody's when they are of IT. */
    public Optional<Request> find(Person person, RequestId id) {
        return store.find(id)
                .filter(request -> request.by().equals(person.id())
                        || person.is(Role.IT)
                        || request.approverAddresses().stream().anyMatch(person.addresses()::contains)
                        || request.decisions().stream()
                                .anyMatch(decision ->
                                        decision.by().equals(person.id().value())));
    }
}
