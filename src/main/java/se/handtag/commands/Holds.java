package se.handtag.commands;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.devices.Match;
import se.handtag.devices.MdmUser;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.Actor;
import se.handtag.identity.FreshSignIns;
import se.handtag.identity.Person;
import se.handtag.identity.Persons;
import se.handtag.identity.Role;
import se.handtag.mdm.DeviceId;
import se.handtag.policy.ActionKind;
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
    private final OneHuman humans;
    private final Persons persons;
    private final FreshSignIns proofs;
    private final JdbcClient database;
    private final AuditLog log;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Holds(
            CommandStore store,
            Queue queue,
            MdmUsers users,
            LostDevices lost,
            CallingOff deciders,
            OneHuman humans,
            Persons persons,
            FreshSignIns proofs,
            JdbcClient database,
            AuditLog log,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.queue = queue;
        this.users = users;
        this.lost = lost;
        this.deciders = deciders;
        this.humans = humans;
        this.persons = persons;
        this.proofs = proofs;
        this.database = database;
        this.log = log;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** What came of calling off. */
    public enum CalledOff {
        YES,
        /** It is on its way, or it ended otherwise. */
        TOO_LATE,
        /** The device is lost, and somebody else may hold its owner's session: a fresh sign-in or a second person is needed. */
        PROOF_OR_SECOND_PERSON,
        /** There is no such command, or it is not theirs. */
        NOT_YOURS
    }

    /** What came of releasing. */
    public enum Released {
        YES,
        /** The first of two said yes; another person is needed. */
        ONE_MORE,
        /** The same person said yes before, asked for it or approved it, or it is theirs; by whatever account. */
        SAME_PERSON,
        TOO_LATE
    }

    /** Whether the person sees the button: it can still be called off, and by them. */
    public boolean canCallOff(Person person, Command command) {
        return open(command) && concerned(person, command);
    }

    /**
     * What can be called off before it is sent, the oldest first: what is held, and of what destroys also what is past its hold
     * and waits for the MDM or the stop switch. For IT.
     *
     * @param most how many of them
     */
    public List<Command> waiting(int most) {
        return idsWaiting().stream()
                .limit(most)
                .flatMap(id -> store.find(id).stream())
                .filter(Holds::open)
                .toList();
    }

    /** How much can be called off, as in {@link #waiting}. */
    public int countWaiting() {
        return idsWaiting().size();
    }

    private List<CommandId> idsWaiting() {
        return database.sql("""
                        select id from commands.command
                         where state = 'HELD' or (state = 'DUE' and action = any(:destroying)) order by placed_at
                        """)
                .param(
                        "destroying",
                        Arrays.stream(ActionKind.values())
                                .filter(ActionKind::destructive)
                                .map(Enum::name)
                                .toArray(String[]::new))
                .query((row, _) -> new CommandId(row.getObject("id", UUID.class)))
                .list();
    }

    /** The command as whoever may call it off sees it, whatever became of it; empty for everybody else. */
    public Optional<Command> find(Person person, CommandId id) {
        return store.find(id).filter(command -> concerned(person, command));
    }

    /** Calls off a command that was not sent yet, by one press. */
    public CalledOff callOff(Actor actor, CommandId id) {
        Optional<Command> found = find(actor.person(), id);
        if (found.isEmpty()) {
            log.appendAlone(AuditEntry.refused(actor, "call-off", "command", id));
            return CalledOff.NOT_YOURS;
        }
        boolean theirs = isTheirs(actor.person(), found.get());
        return Objects.requireNonNull(transaction.execute(status -> callOff(actor, found.get(), theirs, status)));
    }

    private CalledOff callOff(Actor actor, Command command, boolean theirs, TransactionStatus status) {
        if (!open(command)) {
            return CalledOff.TOO_LATE;
        }
        DeviceId device = command.device();
        if (device != null && lost.isLost(device) && theirs && !proved(actor.person())) {
            return CalledOff.PROOF_OR_SECOND_PERSON;
        }
        String name = actor.person().name();
        Step end = command.unsent(false, clock.instant(), "called-off", name);
        if (!store.move(command.id(), command.state(), end)) {
            // Proof that served nothing is not used up.
            status.setRollbackOnly();
            return CalledOff.TOO_LATE;
        }
        log.append(CommandRecords.about(AuditKind.HOLD, command)
                .by(actor)
                .step(CommandRecords.step(command, end.state()))
                .outcome(end.state() == CommandState.CANCELLED ? "called off" : "not sent again"));
        events.publishEvent(Command.CommandStepped.of(command, end.state(), end.note()));
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
    public Released release(Actor actor, CommandId id) {
        Person person = actor.person();
        if (!person.is(Role.IT)) {
            throw new AccessDeniedException("Only IT releases what is beyond a limit");
        }
        Set<String> marks = humans.marks(person);
        return Objects.requireNonNull(transaction.execute(_ -> release(actor, id, marks)));
    }

    private Released release(Actor actor, CommandId id, Set<String> marks) {
        Person person = actor.person();
        // One after the other, so that of two who press at once one is the second.
        database.sql("select id from commands.command where id = :id for update")
                .param("id", id.value())
                .query(UUID.class)
                .optional();
        Command command = store.find(id).orElseThrow();
        if (!command.beyondLimit()) {
            return Released.TOO_LATE;
        }
        if (isInvolved(person, command, marks) || hasSaidYes(id, marks)) {
            log.append(CommandRecords.about(AuditKind.HOLD, command).by(actor).outcome("denied"));
            return Released.SAME_PERSON;
        }
        database.sql("insert into commands.release (command, person, name, marks, at)"
                        + " values (:id, :person, :name, :marks, :at)")
                .param("id", id.value())
                .param("person", person.id().value())
                .param("name", person.name())
                .param("marks", marks.toArray(String[]::new))
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
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

    /** Whether they asked for it, approved it, or own what it is done to. */
    private boolean isInvolved(Person person, Command command, Set<String> marks) {
        return command.by().equals(person.id())
                || command.evidence().approvers().contains(person.id())
                || (command.request() != null
                        && (!Collections.disjoint(marks, humans.concerned(command.request()))
                                || !Collections.disjoint(marks, humans.deciders(command.request()))));
    }

    private boolean hasSaidYes(CommandId id, Set<String> marks) {
        return database.sql(
                        "select exists (select from commands.release where command = :id and marks && :marks::text[])")
                .param("id", id.value())
                .param("marks", marks.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    private static boolean open(Command command) {
        return command.state() == CommandState.HELD || command.state() == CommandState.DUE;
    }

    private boolean concerned(Person person, Command command) {
        return person.is(Role.IT)
                || isTheirs(person, command)
                || command.evidence().approvers().contains(person.id())
                || (command.request() != null && deciders.decides(person, command.request()))
                || leadsOwner(person, command);
    }

    /** What destroys is the matter of the owner's manager, too, whoever asked for it and whoever had to say yes. */
    private boolean leadsOwner(Person person, Command command) {
        return command.owner() != null
                && command.action().kind().destructive()
                && users.find(command.owner())
                        .map(MdmUser::email)
                        .flatMap(persons::managerOf)
                        .filter(person.addresses()::contains)
                        .isPresent();
    }

    private boolean proved(Person person) {
        return proofs.spend(proofs.of(person), person.id(), "call-off");
    }

    /** Whether they own it or asked for it, by whatever account. */
    private boolean isTheirs(Person person, Command command) {
        return command.by().equals(person.id())
                || (command.request() != null
                        && !Collections.disjoint(humans.marks(person), humans.concerned(command.request())))
                || (command.owner() != null
                        && users.match(person) instanceof Match.One one
                        && one.user().value().id().equals(command.owner()));
    }
}
