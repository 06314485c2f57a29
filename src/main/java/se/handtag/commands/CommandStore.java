package se.handtag.commands;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.identity.PersonId;
import se.handtag.identity.Role;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.UserId;
import se.handtag.policy.Action;
import se.handtag.policy.ActionJson;
import se.handtag.policy.ActionKind;
import se.handtag.policy.Subject;
import se.handtag.policy.SubjectJson;
import tools.jackson.databind.json.JsonMapper;

/**
 * Commands and their steps in the database. What is read of both is read in one transaction, and so from one connection: whoever
 * waits for a second while holding a first waits for ever once all do.
 */
@Component
class CommandStore {
    private final JdbcClient database;
    private final ActionJson actions;
    private final SubjectJson subjects;
    private final JsonMapper json;

    CommandStore(JdbcClient database, ActionJson actions, SubjectJson subjects, JsonMapper json) {
        this.database = database;
        this.actions = actions;
        this.subjects = subjects;
        this.json = json;
    }

    CommandId insert(Order order, Instant now) {
        // What goes to one subject is numbered in the order in which it is committed.
        database.sql("select pg_advisory_xact_lock(hashtextextended(:subject, 7))")
                .param("subject", order.subject().key())
                .query(_ -> {});
        UUID id = database.sql("""
                        insert into commands.command (id, request, subject, subject_label, snapshot, device, action, payload,
                          by_id, by_name, by_roles, self, evidence, not_after, state, placed_at)
                        values (gen_random_uuid(), :request, :subject, :label, :snapshot::jsonb, :device, :action,
                          :payload::jsonb, :by, :name, :roles, :self, :evidence::jsonb, :notAfter, 'DUE', :now)
                        returning id
                        """)
                .param("request", order.request())
                .param("subject", order.subject().key())
                .param("label", order.subject().label())
                .param("snapshot", subjects.write(order.subject()))
                .param("device", device(order.subject()))
                .param("action", order.action().kind().name())
                .param("payload", actions.write(order.action()))
                .param("by", order.by().value())
                .param("name", order.byName())
                .param("roles", order.roles().stream().map(Enum::name).toArray(String[]::new))
                .param("self", value(order.self()))
                .param("evidence", json.writeValueAsString(order.evidence()))
                .param("notAfter", order.notAfter() == null ? null : utc(order.notAfter()))
                .param("now", utc(now))
                .query(UUID.class)
                .single();
        return new CommandId(id);
    }

    /**
     * Moves a command on, unless it has been moved by somebody else in the meantime.
     *
     * @throws IllegalArgumentException when that state never follows on the other
     */
    boolean move(CommandId id, CommandState from, Step step) {
        if (!from.next().contains(step.state())) {
            throw new IllegalArgumentException("No command goes from " + from + " to " + step.state());
        }
        int moved = database.sql("""
                        update commands.command
                           set state = :to,
                               attempts = attempts + case when :to = 'SENDING' then 1 else 0 end,
                               sent_at = case when :to = 'SENDING' then :at else sent_at end
                         where id = :id and state = :from
                        """)
                .param("to", step.state().name())
                .param("at", utc(step.at()))
                .param("id", id.value())
                .param("from", from.name())
                .update();
        if (moved == 1) {
            addStep(id, step);
        }
        return moved == 1;
    }

    /** Until when it can be called off. */
    void holdUntil(CommandId id, Instant until) {
        database.sql("update commands.command set held_until = :until where id = :id")
                .param("until", utc(until))
                .param("id", id.value())
                .update();
    }

    /** Two people let it pass beyond a limit. */
    void release(CommandId id) {
        database.sql("update commands.command set released = true where id = :id")
                .param("id", id.value())
                .update();
    }

    /** Whether something older to the same subject has to go first. What is added to the company waits for its like alone. */
    boolean isBehindAnother(Command command) {
        return command.action() instanceof Action.PutApp ? isBehindSameApp(command) : isBehindSameSubject(command);
    }

    /** An app that is new is no subject yet, so that it is known by its package. */
    private boolean isBehindSameApp(Command command) {
        return database.sql("""
                        select exists (
                          select from commands.command older join commands.command mine on mine.id = :id
                           where older.action = mine.action and older.number < mine.number
                             and older.state in ('DUE', 'SENDING')
                             and older.payload ->> 'packageId' = mine.payload ->> 'packageId')
                        """)
                .param("id", command.id().value())
                .query(Boolean.class)
                .single();
    }

    private boolean isBehindSameSubject(Command command) {
        return database.sql("""
                        select exists (
                          select from commands.command older join commands.command mine on mine.id = :id
                           where older.subject = mine.subject and older.number < mine.number
                             and older.state in ('DUE', 'SENDING') and mine.subject <> 'company')
                        """)
                .param("id", command.id().value())
                .query(Boolean.class)
                .single();
    }

    /** What newer was sent to the same subject and is not known to have come to nothing. */
    List<Action> sentAfter(Command command) {
        return database.sql("""
                        select newer.action, newer.payload
                          from commands.command newer join commands.command mine on mine.id = :id
                         where newer.subject = mine.subject and newer.number > mine.number and newer.sent_at is not null
                           and newer.state not in ('REFUSED', 'SETTLED_NOT_DONE')
                        """)
                .param("id", command.id().value())
                .query((row, _) -> actions.read(ActionKind.valueOf(row.getString("action")), row.getString("payload")))
                .list();
    }

    /** Whether it stands there; it stays there until the caller's transaction ends. */
    boolean isStill(CommandId id, CommandState state) {
        return database.sql("select true from commands.command where id = :id and state = :state for update")
                .param("id", id.value())
                .param("state", state.name())
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    /** Whether it is being sent, and for the time that is meant. @param attempt the first is 1 */
    boolean isAtAttempt(CommandId id, int attempt) {
        return database.sql("select exists (select from commands.command"
                        + " where id = :id and state = 'SENDING' and attempts = :attempt)")
                .param("id", id.value())
                .param("attempt", attempt)
                .query(Boolean.class)
                .single();
    }

    /** One more call of which nobody knows whether it came to pass. */
    void countUnsure(CommandId id) {
        database.sql("update commands.command set unsure = unsure + 1 where id = :id")
                .param("id", id.value())
                .update();
    }

    void addStep(CommandId id, Step step) {
        database.sql("insert into commands.step (command, at, state, note, detail)"
                        + " values (:command, :at, :state, :note, :detail)")
                .param("command", id.value())
                .param("at", utc(step.at()))
                .param("state", step.state().name())
                .param("note", step.note())
                .param("detail", step.detail())
                .update();
    }

    @Transactional(readOnly = true)
    Optional<Command> find(CommandId id) {
        return database.sql("select * from commands.command where id = :id")
                .param("id", id.value())
                .query(this::command)
                .optional();
    }

    @Transactional(readOnly = true)
    List<Command> of(String subject, int most) {
        return database.sql(
                        "select * from commands.command where subject = :subject order by placed_at desc limit :most")
                .param("subject", subject)
                .param("most", most)
                .query(this::command)
                .list();
    }

    @Transactional(readOnly = true)
    Optional<Command> ofRequest(UUID request) {
        return database.sql("select * from commands.command where request = :request order by placed_at desc limit 1")
                .param("request", request)
                .query(this::command)
                .optional();
    }

    Map<UUID, CommandState> statesOf(Collection<UUID> requests) {
        Map<UUID, CommandState> states = new HashMap<>();
        if (!requests.isEmpty()) {
            database.sql("""
                            select distinct on (request) request, state from commands.command
                             where request = any(:requests) order by request, placed_at desc
                            """)
                    .param("requests", requests.toArray(UUID[]::new))
                    .query((row, _) -> states.put(
                            row.getObject("request", UUID.class), CommandState.valueOf(row.getString("state"))))
                    .list();
        }
        return states;
    }

    @Transactional(readOnly = true)
    List<Command> inState(CommandState state) {
        return database.sql("select * from commands.command where state = :state order by placed_at")
                .param("state", state.name())
                .query(this::command)
                .list();
    }

    /** Those that came to nothing since then, the newest end first. */
    @Transactional(readOnly = true)
    List<Command> failedSince(Instant since, int most) {
        return database.sql("""
                        select c.* from commands.command c
                          join lateral (select max(at) as at from commands.step s where s.command = c.id) as last on true
                         where c.state in ('REFUSED', 'CONTRADICTED', 'SETTLED_NOT_DONE') and last.at >= :since
                         order by last.at desc limit :most
                        """)
                .param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                .param("most", most)
                .query(this::command)
                .list();
    }

    int countFailedSince(Instant since) {
        return database.sql("""
                        select count(*) from commands.command c
                         where c.state in ('REFUSED', 'CONTRADICTED', 'SETTLED_NOT_DONE')
                           and exists (select from commands.step s where s.command = c.id and s.at >= :since)
                        """).param("since", utc(since)).query(Integer.class).single();
    }

    private Command command(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        var kind = ActionKind.valueOf(row.getString("action"));
        Set<Role> roles = Arrays.stream((String[]) row.getArray("by_roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
        return new Command(
                new CommandId(id),
                row.getObject("request", UUID.class),
                subjects.read(row.getString("snapshot")),
                actions.read(kind, row.getString("payload")),
                new PersonId(row.getObject("by_id", UUID.class)),
                row.getString("by_name"),
                roles,
                user(row, "self"),
                json.readValue(row.getString("evidence"), Evidence.class),
                instant(row, "not_after"),
                instant(row, "held_until"),
                row.getBoolean("released"),
                CommandState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getInt("unsure"),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                instant(row, "sent_at"),
                steps(id));
    }

    private List<Step> steps(UUID command) {
        return database.sql("select state, at, note, detail from commands.step where command = :id order by number")
                .param("id", command)
                .query((row, _) -> new Step(
                        CommandState.valueOf(row.getString("state")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("note"),
                        row.getString("detail")))
                .list();
    }

    private static @Nullable UserId user(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : new UserId(value);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable UUID device(Subject subject) {
        DeviceId id = subject.deviceId();
        return id == null ? null : id.value();
    }

    private static @Nullable Integer value(@Nullable UserId user) {
        return user == null ? null : user.value();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
