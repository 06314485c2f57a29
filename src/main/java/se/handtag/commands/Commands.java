package se.handtag.commands;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.Longest;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.identity.Actor;
import se.handtag.identity.Role;
import se.handtag.mdm.DeviceId;
import se.handtag.policy.Subject;

/** Commands to the MDM: placing them, looking at them, settling what remained unknown. */
@Component
public class Commands {
    private final CommandStore store;
    private final Placing placing;
    private final AuditLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Commands(CommandStore store, Placing placing, AuditLog log, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.placing = placing;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** Places an order as part of the caller's transaction, in which the decision for it was put on record. */
    @Transactional(propagation = Propagation.MANDATORY)
    public CommandId place(Order order) {
        return placing.place(order);
    }

    /**
     * Calls off what came from a request and was not sent, as part of the caller's transaction. Where nobody knows whether an
     * earlier call came to pass, it is not sent again, and that is what it says of it.
     *
     * @param note why, as in message files
     * @return false when there is none, or it is too late
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean callOff(UUID request, String note) {
        var found = store.ofRequest(request)
                .filter(command -> command.state().next().contains(CommandState.CANCELLED));
        if (found.isEmpty()) {
            return false;
        }
        Command command = found.get();
        Step end = command.unsent(false, clock.instant(), note, null);
        if (!store.move(command.id(), command.state(), end)) {
            return false;
        }
        log.append(CommandRecords.about(AuditKind.COMMAND_STEP, command)
                .outcome(end.state().name())
                .fact("note", note));
        events.publishEvent(Command.CommandStepped.of(command, end.state(), end.note()));
        return true;
    }

    public Optional<Command> find(CommandId id) {
        return store.find(id);
    }

    /** The device's newest commands, the newest first. */
    public List<Command> ofDevice(DeviceId device, int most) {
        return of(Subject.keyOf(device), most);
    }

    /** The newest commands to a subject, by its {@link Subject#key()}, the newest first. */
    public List<Command> of(String subject, int most) {
        return store.of(subject, most);
    }

    public Optional<Command> ofRequest(UUID request) {
        return store.ofRequest(request);
    }

    /** Where the newest command of each request stands, in one question; a request without one is not there. */
    public Map<UUID, CommandState> statesOf(Collection<UUID> requests) {
        return store.statesOf(requests);
    }

    /** Commands that wait to be called off, released or sent in their time, the oldest first. For IT. */
    public List<Command> held() {
        return store.inState(CommandState.HELD);
    }

    /** Commands of which nobody knows whether they reached the MDM, the oldest first. For IT. */
    public List<Command> unknown() {
        return store.inState(CommandState.UNKNOWN);
    }

    /**
     * Commands that came to nothing since then, the newest first: refused by the MDM, not done after all, or spoken against
     * by what the MDM shows. For IT.
     */
    public List<Command> failedSince(Instant since, int most) {
        return store.failedSince(since, most);
    }

    /** How many came to nothing since then. */
    public int countFailedSince(Instant since) {
        return store.countFailedSince(since);
    }

    /**
     * A person of IT says what became of a command whose outcome was unknown.
     *
     * @param done whether it had its effect
     * @param reason how they know
     * @return false when somebody else settled it before
     * @throws AccessDeniedException when they are not of IT
     */
    @Transactional
    public boolean settle(Actor actor, CommandId id, boolean done, String reason) {
        if (!actor.person().is(Role.IT)) {
            throw new AccessDeniedException("Only IT settles an unknown outcome");
        }
        Longest.REASON.demand(reason);
        var command = store.find(id).orElseThrow();
        var state = done ? CommandState.SETTLED_DONE : CommandState.SETTLED_NOT_DONE;
        if (!store.move(
                id,
                CommandState.UNKNOWN,
                new Step(state, clock.instant(), "settled", actor.person().name() + ": " + reason))) {
            return false;
        }
        log.append(CommandRecords.about(AuditKind.SETTLED, command)
                .by(actor)
                .outcome(done ? "done" : "not done")
                .fact("reason", reason));
        events.publishEvent(Command.CommandStepped.of(command, state, "settled"));
        return true;
    }
}
