package se.handtag.requests;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.identity.PersonId;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.UserId;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;

/** Requests in the database. What is read of several tables is read in one transaction, and so from one connection. */
@Component
class RequestStore {
    private final JdbcClient database;
    private final RequestRows rows;

    RequestStore(JdbcClient database, RequestRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** @return false when the same person waits for the same already */
    boolean insert(Request request, Routing routing) {
        return database.sql("""
                        insert into requests.request (id, state, by_id, by_name, by_roles, self, owner_name, for_user, subject, snapshot,
                          device_id, action, payload, reason, because, steps, stage, level, level_since, line, concerned,
                          proved, fresh_sign_in, approvers, approver_it, asked_at, decide_by, execute_by)
                        values (:id, :state, :by, :name, :roles, :self, :owner, :for, :subject, :snapshot::jsonb,
                          :deviceId, :action, :payload::jsonb, :reason, :because::jsonb, :stages::jsonb, :stage, :level, :at,
                          :line::jsonb, :concerned, :proved, :fresh, :approvers, :it, :at, :decideBy, :executeBy)
                        on conflict do nothing
                        """)
                        .param("id", request.id().value())
                        .param("state", request.state().name())
                        .param("by", request.by().value())
                        .param("name", request.byName())
                        .param("roles", request.roles().stream().map(Enum::name).toArray(String[]::new))
                        .param("self", number(request.self()))
                        .param("owner", request.ownerName())
                        .param("for", number(request.forUser()))
                        .param("subject", request.subject().key())
                        .param("snapshot", rows.write(request.subject()))
                        .param("deviceId", device(request.subject()))
                        .param("action", request.action().kind().name())
                        .param("payload", rows.write(request.action()))
                        .param("reason", request.reason())
                        .param("because", rows.write(request.because()))
                        .param("stages", rows.writeStages(request.stages()))
                        .param("stage", routing.stage())
                        .param("level", routing.level())
                        .param("line", rows.write(routing.line()))
                        .param("concerned", routing.concerned().toArray(String[]::new))
                        .param("proved", request.proved())
                        .param("fresh", request.needsFreshSignIn())
                        .param("approvers", request.approverAddresses().toArray(String[]::new))
                        .param("it", request.it())
                        .param("at", at(request.askedAt()))
                        .param("decideBy", at(request.decideBy()))
                        .param("executeBy", request.executeBy() == null ? null : at(request.executeBy()))
                        .update()
                == 1;
    }

    /** Holds the request until the transaction ends, so that of two who decide at once one comes second. */
    Optional<Request> lock(RequestId id) {
        return database.sql("select * from requests.request where id = :id for update")
                .param("id", id.value())
                .query(rows::request)
                .optional();
    }

    @Transactional(readOnly = true)
    Optional<Request> find(RequestId id) {
        return database.sql("select * from requests.request where id = :id")
                .param("id", id.value())
                .query(rows::request)
                .optional();
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException when there is no such request */
    @Transactional(readOnly = true)
    Routing routing(RequestId id) {
        return database.sql("select * from requests.request where id = :id")
                .param("id", id.value())
                .query(rows::routing)
                .single();
    }

    /** What the person asked for or, when they are that MDM user, what was asked for on their behalf; the newest first. */
    @Transactional(readOnly = true)
    List<Request> by(PersonId person, @Nullable UserId self, int most) {
        return database.sql("select * from requests.request where by_id = :by or for_user = :self"
                        + " order by asked_at desc limit :most")
                .param("by", person.value())
                .param("self", number(self))
                .param("most", most)
                .query(rows::request)
                .list();
    }

    @Transactional(readOnly = true)
    List<Request> of(String subject, int most) {
        return database.sql(
                        "select * from requests.request where subject = :subject order by asked_at desc limit :most")
                .param("subject", subject)
                .param("most", most)
                .query(rows::request)
                .list();
    }

    /** What waits for one of these addresses or, when {@code it}, for IT; never the person's own. */
    @Transactional(readOnly = true)
    List<Request> waitingFor(PersonId person, Collection<String> addresses, boolean it) {
        return database.sql("""
                        select * from requests.request
                         where state = 'WAITING' and by_id <> :person
                           and (approvers && :addresses::text[] or (:it and approver_it))
                         order by asked_at
                        """)
                .param("person", person.value())
                .param("addresses", addresses.toArray(String[]::new))
                .param("it", it)
                .query(rows::request)
                .list();
    }

    /** Everything that waits for one of these addresses. */
    List<RequestId> waitingFor(Collection<String> addresses) {
        return database.sql("select id from requests.request where state = 'WAITING'"
                        + " and approvers && :addresses::text[] order by asked_at")
                .param("addresses", addresses.toArray(String[]::new))
                .query((row, _) -> new RequestId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Everything that waits, the oldest first. */
    List<RequestId> waiting() {
        return database.sql("select id from requests.request where state = 'WAITING' order by asked_at, id")
                .query((row, _) -> new RequestId(row.getObject("id", UUID.class)))
                .list();
    }

    @Transactional(readOnly = true)
    List<Request> decidedBy(PersonId person, int most) {
        return database.sql("""
                        select r.* from requests.request r
                         where exists (select 1 from requests.decision d
                                        where d.request = r.id and d.by_id = :person)
                         order by asked_at desc limit :most
                        """)
                .param("person", person.value())
                .param("most", most)
                .query(rows::request)
                .list();
    }

    /** How much the person has asked for since then, counted no further than {@code most}. */
    int askedSince(PersonId by, Instant since, int most) {
        return database.sql("select count(*) from (select 1 from requests.request"
                        + " where by_id = :by and asked_at > :since limit :most) as asked")
                .param("by", by.value())
                .param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    @Transactional(readOnly = true)
    Optional<Request> same(PersonId by, Subject subject, Action action) {
        return database.sql("""
                        select * from requests.request where state = 'WAITING' and by_id = :by and subject = :subject
                           and action = :action and payload = :payload::jsonb
                        """)
                .param("by", by.value())
                .param("subject", subject.key())
                .param("action", action.kind().name())
                .param("payload", rows.write(action))
                .query(rows::request)
                .optional();
    }

    /** The newest request for the same since then, by subject's key, that waits or was allowed; whoever asked. */
    Map<String, UUID> lately(Collection<String> subjects, Action action, Instant since) {
        Map<String, UUID> found = new HashMap<>();
        database.sql("""
                        select distinct on (subject) subject, id from requests.request
                         where subject = any(:subjects) and action = :action and payload = :payload::jsonb
                           and state in ('WAITING', 'APPROVED') and asked_at > :since
                         order by subject, asked_at desc
                        """)
                .param("subjects", subjects.toArray(String[]::new))
                .param("action", action.kind().name())
                .param("payload", rows.write(action))
                .param("since", at(since))
                .query(row -> {
                    found.put(row.getString("subject"), row.getObject("id", UUID.class));
                });
        return found;
    }

    void end(RequestId id, Request.State state) {
        database.sql("update requests.request set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id.value())
                .update();
    }

    void approve(RequestId id, Instant executeBy) {
        database.sql("update requests.request set state = 'APPROVED', execute_by = :by where id = :id")
                .param("by", at(executeBy))
                .param("id", id.value())
                .update();
    }

    /** The request waits for others from now on. */
    void route(RequestId id, Route.Stop stop, Instant now) {
        database.sql("""
                        update requests.request set stage = :stage, level = :level, level_since = :now, reminded = false,
                          approvers = :approvers, approver_it = :it where id = :id
                        """)
                .param("stage", stop.stage())
                .param("level", stop.level())
                .param("now", at(now))
                .param("approvers", stop.candidates().addresses().toArray(String[]::new))
                .param("it", stop.candidates().it())
                .param("id", id.value())
                .update();
    }

    /** Those in line, and those whom it concerns, are others from now on. */
    void draw(RequestId id, Routing routing) {
        database.sql("update requests.request set line = :line::jsonb, concerned = :concerned where id = :id")
                .param("line", rows.write(routing.line()))
                .param("concerned", routing.concerned().toArray(String[]::new))
                .param("id", id.value())
                .update();
    }

    void reminded(RequestId id) {
        database.sql("update requests.request set reminded = true where id = :id")
                .param("id", id.value())
                .update();
    }

    void happened(RequestId id, Request.Happening happening) {
        database.sql("insert into requests.happening (request, what, who, at) values (:request, :what, :who, :at)")
                .param("request", id.value())
                .param("what", happening.what().name())
                .param("who", happening.who())
                .param("at", at(happening.at()))
                .update();
    }

    /** The addresses of those who have left. */
    Set<String> departed() {
        return Set.copyOf(database.sql("select address from requests.departed where back_at is null")
                .query(String.class)
                .list());
    }

    /** The marks of those who said of one of these that they have left, and had not taken it back by then. */
    Set<String> saidToHaveLeft(Collection<String> addresses, Instant then) {
        return Set.copyOf(database.sql("select distinct unnest(said_by) from requests.departed"
                        + " where address = any(:addresses) and (back_at is null or back_at >= :then)")
                .param("addresses", addresses.toArray(String[]::new))
                .param("then", at(then))
                .query(String.class)
                .list());
    }

    private static @Nullable Integer number(@Nullable UserId user) {
        return user == null ? null : user.value();
    }

    private static @Nullable UUID device(Subject subject) {
        DeviceId id = subject.deviceId();
        return id == null ? null : id.value();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
