package se.handtag.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.handtag.identity.Person;
import se.handtag.identity.PersonId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What waits for a second person, in the database. */
@Component
class ProposalStore {
    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    ProposalStore(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** Nobody else changes that thing until the transaction ends. */
    void hold(String kind, String key) {
        database.sql("select pg_advisory_xact_lock(hashtext(:thing))")
                .param("thing", "requests.proposal/" + kind + "/" + key)
                .query(_ -> {});
    }

    UUID insert(
            Person by,
            Set<String> marks,
            String kind,
            String key,
            String label,
            SortedMap<String, String> before,
            SortedMap<String, String> after) {
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into requests.proposal (id, kind, key, label, before, after, by_id, by_name, marks, at)
                        values (:id, :kind, :key, :label, :before::jsonb, :after::jsonb, :by, :name, :marks, :at)
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("key", key)
                .param("label", label)
                .param("before", json.writeValueAsString(before))
                .param("after", json.writeValueAsString(after))
                .param("by", by.id().value())
                .param("name", by.name())
                .param("marks", marks.toArray(String[]::new))
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return id;
    }

    List<Proposal> all() {
        return database.sql("select * from requests.proposal order by at desc")
                .query(this::proposal)
                .list();
    }

    Optional<Proposal> find(UUID id) {
        return database.sql("select * from requests.proposal where id = :id")
                .param("id", id)
                .query(this::proposal)
                .optional();
    }

    Optional<Proposal> find(String kind, String key) {
        return database.sql("select * from requests.proposal where kind = :kind and key = :key")
                .param("kind", kind)
                .param("key", key)
                .query(this::proposal)
                .optional();
    }

    /** By what whoever proposed it would be known again. */
    Set<String> marks(UUID id) {
        return Set.copyOf(database.sql("select unnest(marks) from requests.proposal where id = :id")
                .param("id", id)
                .query(String.class)
                .list());
    }

    /** @return what waited for that thing */
    Optional<UUID> drop(String kind, String key) {
        return database.sql("delete from requests.proposal where kind = :kind and key = :key returning id")
                .param("kind", kind)
                .param("key", key)
                .query(UUID.class)
                .optional();
    }

    boolean drop(UUID id) {
        return database.sql("delete from requests.proposal where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    private Proposal proposal(ResultSet row, int number) throws SQLException {
        return new Proposal(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("key"),
                row.getString("label"),
                values(row.getString("before")),
                values(row.getString("after")),
                new PersonId(row.getObject("by_id", UUID.class)),
                row.getString("by_name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private SortedMap<String, String> values(String text) {
        return json.readValue(text, new TypeReference<TreeMap<String, String>>() {});
    }
}
