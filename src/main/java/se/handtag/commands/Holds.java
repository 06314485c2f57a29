package se.handtag.commands;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.devices.Match;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.Actor;
import se.handtag.identity.Person;
import se.handtag.identity.Role;
import se.handtag.mdm.DeviceId;
import se.handtag.policy.LostDevices;

/** Calling off what has not been sent yet, and releasing what is held beyond a limit. */
@Component
public class Holds {
    private static final int ENOUGH = 2;

    private final CommandStore store;
    private final Queue queue;
    private final MdmUsers users;
    private final LostDevices lost;
    private final CallingOff deciders;
    private final JdbcClient database;
    private final AuditLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Holds(
            CommandStore store,
            Queue queue,
            MdmUsers users,
            LostDevices lost,
            CallingOff deciders,
            JdbcClient database,
            AuditLog log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.queue = queue;
        this.users = users;
        this.lost = lost;
        this.deciders = deciders;
        this.database = database;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** What came of calling off. */
    public enum CalledOff {
        YES,
        /** It is on its way, or it ended otherwise. */
        TOO_LATE,
        /** While the device is lost, whoever owns it does not call off alone: somebody else may hold their session. */
        SECOND_PERSON,
        /** There is no such command, or it is not theirs. */
        NOT_YOURS
    }

    /** What came of releasing. */
    public enum Released {
        YES,
        /** The first of two said yes; another person is needed. */
        ONE_MORE,
        /** The same person said yes before, or asked for it or approved it. */
        SAME_PERSON,
        TOO_LATE
    }

    /** Whether the person sees the button: it can still be called off, and by them. */
    public boolean canCallOff(Person person, Command command) {
        return open(command) && concerned(person, command);
    }

    /** Calls off a command that was not sent yet, by one press. */
    @Transactional
    public CalledOff callOff(Actor actor, CommandId id) {
        Optional<Command> found = store.find(id).filter(command -> concerned(actor.person(), command));
        if (found.isEmpty()) {
            return CalledOff.NOT_YOURS;
        }
        Command command = found.get();
        DeviceId device = command.device();
        if (device != null && lost.isLost(device) && isTheirs(actor.person(), command)) {
            return CalledOff.SECOND_PERSON;
        }
        String name = actor.person().name();
        if (!open(command)
                || !store.move(
                        id, command.state(), new Step(CommandState.CANCELLED, clock.instant(), "called-off", name))) {
            return CalledOff.TOO_LATE;
        }
        log.append(CommandRecords.about(AuditKind.HOLD, command)
                .by(actor)
                .step(CommandRecords.step(command, CommandState.CANCELLED))
                .outcome("called off"));
        events.publishEvent(Command.CommandStepped.of(command, CommandState.CANCELLED, "called-off"));
        return CalledOff.YES;
    }

    /** Those of IT who have said yes to a command beyond a limit, by name. */
    public List<String> releasedBy(CommandId id) {
        return database.sql("select name from commands.release where command = :id order by at")
                .param("id", id.value())
                .query((row, _) -> row.getString("name"))
                .list();
    }

    /**
     * Says yes to a command beyond a limit. The second yes sends it.
     *
     * @throws AccessDeniedException when they are not of IT
     */
    @Transactional
    public Released release(Actor actor, CommandId id) {
        Person person = actor.person();
        if (!person.is(Role.IT)) {
            throw new AccessDeniedException("Only IT releases what is beyond a limit");
        }
        // One after the other, so that of two who press at once one is the second.
        database.sql("select id from commands.command where id = :id for update")
                .param("id", id.value())
                .query(UUID.class)
                .optional();
        Command command = store.find(id).orElseThrow();
        if (!command.beyondLimit()) {
            return Released.TOO_LATE;
        }
        if (command.by().equals(person.id()) || command.evidence().approvers().contains(person.id())) {
            return Released.SAME_PERSON;
        }
        int said = database.sql("insert into commands.release (command, person, name, at)"
                        + " values (:id, :person, :name, :at) on conflict do nothing")
                .param("id", id.value())
                .param("person", person.id().value())
                .param("name", person.name())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        if (said == 0) {
            return Released.SAME_PERSON;
        }
        boolean enough = releasedBy(id).size() >= ENOUGH;
        log.append(CommandRecords.about(AuditKind.HOLD, command)
                .by(actor)
                .outcome(enough ? "released" : "first to release"));
        if (!enough) {
            events.publishEvent(Command.CommandStepped.of(command, CommandState.HELD, "limit"));
            return Released.ONE_MORE;
        }
        store.release(id);
        store.move(
                id,
                CommandState.HELD,
                new Step(CommandState.DUE, clock.instant(), "released", String.join(", ", releasedBy(id))));
        queue.hurry(id, command.action().kind());
        events.publishEvent(Command.CommandStepped.of(command, CommandState.DUE, "released"));
        return Released.YES;
    }

    private static boolean open(Command command) {
        return command.state() == CommandState.HELD || command.state() == CommandState.DUE;
    }

    private boolean concerned(Person person, Command command) {
        return person.is(Role.IT)
                || isTheirs(person, command)
                || command.evidence().approvers().contains(person.id())
                || (command.request() != null && deciders.decides(person, command.request()));
    }

    /** Whether they own it or asked for it. */
    private boolean isTheirs(Person person, Command command) {
        return command.by().equals(person.id())
                || (command.owner() != null
                        && users.match(person) instanceof Match.One one
                        && one.user().value().id().equals(command.owner()));
    }
}
