package se.handtag.commands;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.handtag.identity.PersonId;
import se.handtag.identity.Role;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.UserId;
import se.handtag.policy.ActionJson;
import se.handtag.policy.ActionKind;
import se.handtag.policy.Subject;
import se.handtag.policy.SubjectJson;

/** Commands and their steps in the database. */
@Component
class CommandStore {
    private final JdbcClient database;
    private final ActionJson actions;
    private final SubjectJson subjects;

    CommandStore(JdbcClient database, ActionJson actions, SubjectJson subjects) {
        this.database = database;
        this.actions = actions;
        this.subjects = subjects;
    }

    CommandId insert(Order order, Instant now) {
        UUID id = database.sql("""
                        insert into commands.command (id, request, subject, subject_label, snapshot, device, action, payload,
                          by_id, by_name, by_roles, self, approved, state, placed_at)
                        values (gen_random_uuid(), :request, :subject, :label, :snapshot::jsonb, :device, :action,
                          :payload::jsonb, :by, :name, :roles, :self, :approved, 'DUE', :now)
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
                .param("approved", order.approved())
                .param("now", utc(now))
                .query(UUID.class)
                .single();
        return new CommandId(id);
    }

    /** Moves a command on, unless it has been moved by somebody else in the meantime. */
    boolean move(CommandId id, CommandState from, Step step) {
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

    Optional<Command> find(CommandId id) {
        return database.sql("select * from commands.command where id = :id")
                .param("id", id.value())
                .query(this::command)
                .optional();
    }

    List<Command> of(String subject, int most) {
        return database.sql(
                        "select * from commands.command where subject = :subject order by placed_at desc limit :most")
                .param("subject", subject)
                .param("most", most)
                .query(this::command)
                .list();
    }

    Optional<Command> ofRequest(UUID request) {
        return database.sql("select * from commands.command where request = :request order by placed_at desc limit 1")
                .param("request", request)
                .query(this::command)
                .optional();
    }

    List<Command> inState(CommandState state) {
        return database.sql("select * from commands.command where state = :state order by placed_at")
                .param("state", state.name())
                .query(this::command)
                .list();
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
                row.getBoolean("approved"),
                CommandState.valueOf(row.getString("state")),
                row.getInt("attempts"),
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
