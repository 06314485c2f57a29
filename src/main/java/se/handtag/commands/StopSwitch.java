package se.handtag.commands;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.Longest;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.identity.Actor;
import se.handtag.identity.Role;

/**
 * One switch for everything that destroys. Anyone of IT stops it; two people of IT start it again. From the moment it is
 * stopped no such command is sent, on any node; they wait and say so.
 */
@Component
public class StopSwitch {
    private final JdbcClient database;
    private final Queue queue;
    private final OneHuman humans;
    private final TransactionTemplate transaction;
    private final AuditLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StopSwitch(
            JdbcClient database,
            Queue queue,
            OneHuman humans,
            TransactionTemplate transaction,
            AuditLog log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.queue = queue;
        this.humans = humans;
        this.transaction = transaction;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Who stopped it, when and why.
     *
     * @param first who has already asked to start again, null for nobody
     */
    public record Stop(
            String byName,
            String reason,
            Instant at,
            @Nullable UUID first,
            @Nullable String firstName) {}

    /** The switch was turned; published inside the transaction in which it was. */
    public record SwitchTurned(boolean stopped, String byName) {}

    /** What came of asking to start again. */
    public enum Started {
        YES,
        /** The first of two asked; another person is needed. */
        ONE_MORE,
        /** The same person asked before, by whatever account. */
        SAME_PERSON,
        /** It was not stopped. */
        NOT_STOPPED
    }

    /** Why nothing that destroys is sent, empty when it is. */
    public Optional<Stop> now() {
        return database.sql("select * from commands.stop")
                .query((row, _) -> new Stop(
                        row.getString("name"),
                        row.getString("reason"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("first", UUID.class),
                        row.getString("first_name")))
                .optional();
    }

    /** Holds the switch as it is until the caller's transaction ends, so that whoever stops it waits for what is going out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isStopped() {
        database.sql("select pg_advisory_xact_lock_shared(hashtext('commands.stop'))")
                .query(_ -> {});
        return now().isPresent();
    }

    /**
     * Stops everything that destroys.
     *
     * @return false when it was stopped already
     * @throws AccessDeniedException when they are not of IT
     */
    @Transactional
    public boolean stop(Actor actor, String reason) {
        onlyIt(actor);
        Longest.REASON.demand(reason);
        database.sql("select pg_advisory_xact_lock(hashtext('commands.stop'))").query(_ -> {});
        int stopped = database.sql("insert into commands.stop (person, name, reason, at)"
                        + " values (:person, :name, :reason, :at) on conflict do nothing")
                .param("person", actor.person().id().value())
                .param("name", actor.person().name())
                .param("reason", reason)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        if (stopped == 1) {
            record(actor, "stopped", reason);
            events.publishEvent(new SwitchTurned(true, actor.person().name()));
        }
        return stopped == 1;
    }

    /** Asks to start again. @throws AccessDeniedException when they are not of IT */
    public Started start(Actor actor) {
        onlyIt(actor);
        Set<String> marks = humans.marks(actor.person());
        return Objects.requireNonNull(transaction.execute(_ -> start(actor, marks)));
    }

    private Started start(Actor actor, Set<String> marks) {
        database.sql("select pg_advisory_xact_lock(hashtext('commands.stop'))").query(_ -> {});
        Optional<Stop> stop = now();
        if (stop.isEmpty()) {
            return Started.NOT_STOPPED;
        }
        UUID person = actor.person().id().value();
        UUID first = stop.get().first();
        if (first == null) {
            database.sql("update commands.stop set first = :person, first_name = :name, first_marks = :marks")
                    .param("person", person)
                    .param("marks", marks.toArray(String[]::new))
                    .param("name", actor.person().name())
                    .update();
            record(actor, "first to start again", null);
            events.publishEvent(new SwitchTurned(true, actor.person().name()));
            return Started.ONE_MORE;
        }
        if (first.equals(person) || isFirst(marks)) {
            record(actor, "denied", null);
            return Started.SAME_PERSON;
        }
        database.sql("delete from commands.stop").update();
        record(actor, "started", null);
        queue.hurry();
        events.publishEvent(new SwitchTurned(false, actor.person().name()));
        return Started.YES;
    }

    private boolean isFirst(Set<String> marks) {
        return database.sql("select exists (select from commands.stop where first_marks && :marks::text[])")
                .param("marks", marks.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    private void record(Actor actor, String outcome, @Nullable String reason) {
        log.append(AuditEntry.of(AuditKind.LIMIT)
                .by(actor)
                .action("stop-switch")
                .outcome(outcome)
                .fact("reason", reason));
    }

    private static void onlyIt(Actor actor) {
        if (!actor.person().is(Role.IT)) {
            throw new AccessDeniedException("Only IT turns the switch");
        }
    }
}
