package se.handtag.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
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
import se.handtag.policy.Action;
import se.handtag.policy.ActionJson;
import se.handtag.policy.ActionKind;
import se.handtag.policy.ApproverKind;
import se.handtag.policy.Reason;
import se.handtag.policy.Subject;
import se.handtag.policy.SubjectJson;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Requests and what was decided about them, in the database. */
@Component
class RequestStore {
    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

    private final JdbcClient database;
    private final ActionJson actions;
    private final SubjectJson subjects;
    private final JsonMapper json;

    RequestStore(JdbcClient database, ActionJson actions, SubjectJson subjects, JsonMapper json) {
        this.database = database;
        this.actions = actions;
        this.subjects = subjects;
        this.json = json;
    }

    void insert(Request request) {
        database.sql("""
                        insert into requests.request (id, state, by_id, by_name, by_roles, self, owner_name, subject, snapshot, device_id,
                          action, payload, reason, because, stages, approvers, asked_at)
                        values (:id, :state, :by, :name, :roles, :self, :owner, :subject, :snapshot::jsonb, :deviceId,
                          :action, :payload::jsonb, :reason, :because::jsonb, :stages, :approvers, :at)
                        """)
                .param("id", request.id().value())
                .param("state", request.state().name())
                .param("by", request.by().value())
                .param("name", request.byName())
                .param("roles", request.roles().stream().map(Enum::name).toArray(String[]::new))
                .param("self", request.self() == null ? null : request.self().value())
                .param("owner", request.ownerName())
                .param("subject", request.subject().key())
                .param("snapshot", subjects.write(request.subject()))
                .param("deviceId", device(request.subject()))
                .param("action", request.action().kind().name())
                .param("payload", actions.write(request.action()))
                .param("reason", request.reason())
                .param("because", json.writeValueAsString(request.because()))
                .param("stages", request.stages().stream().map(Enum::name).toArray(String[]::new))
                .param("approvers", request.approverAddresses().toArray(String[]::new))
                .param("at", OffsetDateTime.ofInstant(request.askedAt(), ZoneOffset.UTC))
                .update();
    }

    /** Holds the request until the transaction ends, so that of two who decide at once one comes second. */
    Optional<Request> lock(RequestId id) {
        return database.sql("select * from requests.request where id = :id for update")
                .param("id", id.value())
                .query(this::request)
                .optional();
    }

    Optional<Request> find(RequestId id) {
        return database.sql("select * from requests.request where id = :id")
                .param("id", id.value())
                .query(this::request)
                .optional();
    }

    List<Request> by(PersonId person, int most) {
        return database.sql("select * from requests.request where by_id = :by order by asked_at desc limit :most")
                .param("by", person.value())
                .param("most", most)
                .query(this::request)
                .list();
    }

    List<Request> of(String subject, int most) {
        return database.sql(
                        "select * from requests.request where subject = :subject order by asked_at desc limit :most")
                .param("subject", subject)
                .param("most", most)
                .query(this::request)
                .list();
    }

    /** What waits for one of these addresses or, when {@code it}, for IT; never the person's own. */
    List<Request> waitingFor(PersonId person, Collection<String> addresses, boolean it) {
        return database.sql("""
                        select * from requests.request
                         where state = 'WAITING' and by_id <> :person
                           and (approvers && :addresses::text[] or (:it and approvers = '{}'))
                         order by asked_at
                        """)
                .param("person", person.value())
                .param("addresses", addresses.toArray(String[]::new))
                .param("it", it)
                .query(this::request)
                .list();
    }

    List<Request> decidedBy(PersonId person, int most) {
        return database.sql("""
                        select r.* from requests.request r
                         where exists (select 1 from requests.decision d where d.request = r.id and d.by_id = :person)
                         order by asked_at desc limit :most
                        """)
                .param("person", person.value())
                .param("most", most)
                .query(this::request)
                .list();
    }

    Optional<Request> same(PersonId by, Subject subject, Action action) {
        return database.sql("""
                        select * from requests.request where state = 'WAITING' and by_id = :by and subject = :subject
                           and action = :action and payload = :payload::jsonb
                        """)
                .param("by", by.value())
                .param("subject", subject.key())
                .param("action", action.kind().name())
                .param("payload", actions.write(action))
                .query(this::request)
                .optional();
    }

    void decide(RequestId id, Request.StageDecision decision) {
        database.sql("insert into requests.decision (request, by_id, by_name, approved, comment, at)"
                        + " values (:request, :by, :name, :approved, :comment, :at)")
                .param("request", id.value())
                .param("by", decision.by())
                .param("name", decision.byName())
                .param("approved", decision.approved())
                .param("comment", decision.comment())
                .param("at", OffsetDateTime.ofInstant(decision.at(), ZoneOffset.UTC))
                .update();
    }

    void move(RequestId id, Request.State state, Set<String> approvers) {
        database.sql("update requests.request set state = :state, approvers = :approvers where id = :id")
                .param("state", state.name())
                .param("approvers", approvers.toArray(String[]::new))
                .param("id", id.value())
                .update();
    }

    private static @Nullable UUID device(Subject subject) {
        DeviceId id = subject.deviceId();
        return id == null ? null : id.value();
    }

    private Request request(ResultSet row, int number) throws SQLException {
        var id = new RequestId(row.getObject("id", UUID.class));
        Integer self = row.getObject("self", Integer.class);
        return new Request(
                id,
                Request.State.valueOf(row.getString("state")),
                new PersonId(row.getObject("by_id", UUID.class)),
                row.getString("by_name"),
                Arrays.stream((String[]) row.getArray("by_roles").getArray())
                        .map(Role::valueOf)
                        .collect(Collectors.toSet()),
                self == null ? null : new UserId(self),
                row.getString("owner_name"),
                subjects.read(row.getString("snapshot")),
                actions.read(ActionKind.valueOf(row.getString("action")), row.getString("payload")),
                row.getString("reason"),
                json.readValue(row.getString("because"), REASONS),
                Arrays.stream((String[]) row.getArray("stages").getArray())
                        .map(ApproverKind::valueOf)
                        .toList(),
                decisions(id),
                Set.of((String[]) row.getArray("approvers").getArray()),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }

    private List<Request.StageDecision> decisions(RequestId id) {
        return database.sql("select by_id, by_name, approved, comment, at from requests.decision"
                        + " where request = :request order by at")
                .param("request", id.value())
                .query((row, _) -> new Request.StageDecision(
                        row.getObject("by_id", UUID.class),
                        row.getString("by_name"),
                        row.getBoolean("approved"),
                        row.getString("comment"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
