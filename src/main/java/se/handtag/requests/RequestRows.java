package se.handtag.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.identity.PersonId;
import se.handtag.identity.Role;
import se.handtag.mdm.UserId;
import se.handtag.policy.Action;
import se.handtag.policy.ActionJson;
import se.handtag.policy.ActionKind;
import se.handtag.policy.Reason;
import se.handtag.policy.Stage;
import se.handtag.policy.Subject;
import se.handtag.policy.SubjectJson;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Between rows of the database and requests. */
@Component
class RequestRows {
    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};
    private static final TypeReference<List<Stage>> STAGES = new TypeReference<>() {};
    private static final TypeReference<List<List<Candidates>>> LINE = new TypeReference<>() {};

    private final DecisionStore decisions;
    private final ActionJson actions;
    private final SubjectJson subjects;
    private final JsonMapper json;

    RequestRows(DecisionStore decisions, ActionJson actions, SubjectJson subjects, JsonMapper json) {
        this.decisions = decisions;
        this.actions = actions;
        this.subjects = subjects;
        this.json = json;
    }

    Request request(ResultSet row, int number) throws SQLException {
        var id = new RequestId(row.getObject("id", UUID.class));
        return new Request(
                id,
                Request.State.valueOf(row.getString("state")),
                new PersonId(row.getObject("by_id", UUID.class)),
                row.getString("by_name"),
                texts(row, "by_roles").stream().map(Role::valueOf).collect(Collectors.toSet()),
                user(row, "self"),
                row.getString("owner_name"),
                user(row, "for_user"),
                subjects.read(row.getString("snapshot")),
                actions.read(ActionKind.valueOf(row.getString("action")), row.getString("payload")),
                row.getString("reason"),
                json.readValue(row.getString("because"), REASONS),
                json.readValue(row.getString("steps"), STAGES),
                row.getBoolean("proved"),
                row.getBoolean("fresh_sign_in"),
                decisions.of(id, true),
                decisions.of(id, false),
                decisions.happenings(id),
                texts(row, "approvers"),
                row.getBoolean("approver_it"),
                instant(row, "asked_at"),
                instant(row, "decide_by"),
                maybe(row, "execute_by"));
    }

    Routing routing(ResultSet row, int number) throws SQLException {
        return new Routing(
                row.getInt("stage"),
                row.getInt("level"),
                instant(row, "level_since"),
                row.getBoolean("reminded"),
                texts(row, "concerned"),
                json.readValue(row.getString("line"), LINE),
                decisions.used(new RequestId(row.getObject("id", UUID.class))));
    }

    String write(Subject subject) {
        return subjects.write(subject);
    }

    String write(Action action) {
        return actions.write(action);
    }

    String write(List<?> list) {
        return json.writeValueAsString(list);
    }

    /** Names the kind of each stage, which a list of unknown type would not. */
    String writeStages(List<Stage> stages) {
        return json.writerFor(STAGES).writeValueAsString(stages);
    }

    static Set<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray()).collect(Collectors.toSet());
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable UserId user(ResultSet row, String column) throws SQLException {
        Integer id = row.getObject(column, Integer.class);
        return id == null ? null : new UserId(id);
    }
}
