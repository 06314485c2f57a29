package se.handtag.requests;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.handtag.identity.PersonId;

/** What was decided about requests, in the database. */
@Component
class DecisionStore {
    private final JdbcClient database;

    DecisionStore(JdbcClient database) {
        this.database = database;
    }

    /** Keeps a decision that counts for nothing until it is settled. */
    void insert(RequestId id, Request.StageDecision decision, Eligibility.Seat seat) {
        database.sql("""
                        insert into requests.decision (request, by_id, by_name, for_name, stage, marks, seat, approved, comment, at,
                          effective_at, settled)
                        values (:request, :by, :name, :for, :stage, :marks, :seat, :approved, :comment, :at, :effective, false)
                        """)
                .param("request", id.value())
                .param("by", decision.by())
                .param("name", decision.byName())
                .param("for", decision.inPlaceOf())
                .param("stage", decision.stage())
                .param("marks", seat.marks().toArray(String[]::new))
                .param("seat", seat.addresses().toArray(String[]::new))
                .param("approved", decision.approved())
                .param("comment", decision.comment())
                .param("at", OffsetDateTime.ofInstant(decision.at(), ZoneOffset.UTC))
                .param("effective", OffsetDateTime.ofInstant(decision.effectiveAt(), ZoneOffset.UTC))
                .update();
    }

    /** @return false when there is none of theirs, or its time to be undone is over */
    boolean undo(RequestId id, PersonId by, Instant now) {
        return database.sql("delete from requests.decision where request = :request and by_id = :by"
                                + " and not settled and effective_at > :now")
                        .param("request", id.value())
                        .param("by", by.value())
                        .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void settle(RequestId id, UUID by) {
        database.sql("update requests.decision set settled = true where request = :request and by_id = :by")
                .param("request", id.value())
                .param("by", by)
                .update();
    }

    /** Takes back what has not taken effect, for the request is over. */
    void dropPending(RequestId id) {
        database.sql("delete from requests.decision where request = :request and not settled")
                .param("request", id.value())
                .update();
    }

    List<Request.StageDecision> of(RequestId id, boolean settled) {
        return database.sql("select by_id, by_name, for_name, stage, approved, comment, at, effective_at"
                        + " from requests.decision where request = :request and settled = :settled order by at")
                .param("request", id.value())
                .param("settled", settled)
                .query((row, _) -> new Request.StageDecision(
                        row.getObject("by_id", UUID.class),
                        row.getString("by_name"),
                        row.getString("for_name"),
                        row.getInt("stage"),
                        row.getBoolean("approved"),
                        row.getString("comment"),
                        RequestRows.instant(row, "at"),
                        RequestRows.instant(row, "effective_at")))
                .list();
    }

    List<Routing.Used> used(RequestId id) {
        return database.sql("select stage, marks, seat from requests.decision where request = :request")
                .param("request", id.value())
                .query((row, _) -> new Routing.Used(
                        row.getInt("stage"), RequestRows.texts(row, "marks"), RequestRows.texts(row, "seat")))
                .list();
    }

    List<Request.Happening> happenings(RequestId id) {
        return database.sql("select what, who, at from requests.happening where request = :request order by at")
                .param("request", id.value())
                .query((row, _) -> new Request.Happening(
                        Request.Happening.What.valueOf(row.getString("what")),
                        row.getString("who"),
                        RequestRows.instant(row, "at")))
                .list();
    }
}
