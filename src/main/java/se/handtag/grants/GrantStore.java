package se.handtag.grants;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.handtag.OneReading;
import se.handtag.commands.CommandId;
import se.handtag.grants.Grant.State;
import se.handtag.requests.RequestId;

/** Grants in the database. */
@Component
class GrantStore {
    private final JdbcClient database;

    GrantStore(JdbcClient database) {
        this.database = database;
    }

    void insert(RequestId request, String subject, String thing, int days, Instant now) {
        database.sql("""
                        insert into grants.time (id, request, subject, thing, days, state, asked_at)
                        values (gen_random_uuid(), :request, :subject, :thing, :days, 'ASKED', :now)
                        """)
                .param("request", request.value())
                .param("subject", subject)
                .param("thing", thing)
                .param("days", days)
                .param("now", at(now))
                .update();
    }

    Optional<Grant> of(RequestId request) {
        return database.sql("select * from grants.time where request = :request")
                .param("request", request.value())
                .query(GrantStore::grant)
                .optional();
    }

    Optional<Grant> find(UUID id) {
        return database.sql("select * from grants.time where id = :id")
                .param("id", id)
                .query(GrantStore::grant)
                .optional();
    }

    /** For whoever is about to change it: one at a time. */
    Optional<Grant> lock(UUID id) {
        return database.sql("select * from grants.time where id = :id for update")
                .param("id", id)
                .query(GrantStore::grant)
                .optional();
    }

    private record Running(String subject) {}

    /** What counts on the subject now. */
    List<Grant> running(String subject) {
        return OneReading.told(new Running(subject), () -> runningNow(subject));
    }

    private List<Grant> runningNow(String subject) {
        return database.sql("select * from grants.time where subject = :subject and state = 'RUNNING' order by ends_at")
                .param("subject", subject)
                .query(GrantStore::grant)
                .list();
    }

    void run(UUID id, Instant endsAt) {
        database.sql("update grants.time set state = 'RUNNING', ends_at = :ends where id = :id")
                .param("ends", at(endsAt))
                .param("id", id)
                .update();
    }

    /** It is over, and that command takes it back. */
    void ending(UUID id, CommandId takingBack, Instant now) {
        database.sql("update grants.time set state = 'ENDING', taking_back = :command, ended_at = :now where id = :id")
                .param("command", takingBack.value())
                .param("now", at(now))
                .param("id", id)
                .update();
    }

    /** What that command takes back, for whoever is about to change it. */
    Optional<Grant> takenBackBy(CommandId command) {
        return database.sql("select * from grants.time where taking_back = :command for update")
                .param("command", command.value())
                .query(GrantStore::grant)
                .optional();
    }

    boolean takesBack(CommandId command) {
        return database.sql("select exists (select from grants.time where taking_back = :command)")
                .param("command", command.value())
                .query(Boolean.class)
                .single();
    }

    void announced(UUID id, Instant now) {
        database.sql("update grants.time set announced_at = :now where id = :id")
                .param("now", at(now))
                .param("id", id)
                .update();
    }

    void end(UUID id, State state, Instant now) {
        database.sql("update grants.time set state = :state, ended_at = :now where id = :id")
                .param("state", state.name())
                .param("now", at(now))
                .param("id", id)
                .update();
    }

    /**
     * Whatever runs for the same thing on the same subject, but for that one, counts no more.
     *
     * @return those
     */
    List<Grant> replace(String subject, String thing, @Nullable UUID but, State state, Instant now) {
        return database.sql(
                        "update grants.time set state = :state, ended_at = :now where subject = :subject and thing = :thing"
                                + " and state = 'RUNNING' and id is distinct from :but::uuid returning *")
                .param("state", state.name())
                .param("now", at(now))
                .param("subject", subject)
                .param("thing", thing)
                .param("but", but)
                .query(GrantStore::grant)
                .list();
    }

    private static Grant grant(ResultSet row, int number) throws SQLException {
        return new Grant(
                row.getObject("id", UUID.class),
                new RequestId(row.getObject("request", UUID.class)),
                row.getString("subject"),
                row.getString("thing"),
                row.getInt("days"),
                State.valueOf(row.getString("state")),
                instant(row.getObject("ends_at", OffsetDateTime.class)),
                instant(row.getObject("announced_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
