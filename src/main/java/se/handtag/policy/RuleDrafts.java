package se.handtag.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.handtag.identity.Person;

/** Rules that are being written, in the database. */
@Component
class RuleDrafts {
    private final JdbcClient database;
    private final Clock clock;

    RuleDrafts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those that are neither published nor discarded, the newest first. */
    List<RuleDraft> unfinished() {
        return database.sql("select * from policy.draft where state in ('OPEN', 'WAITING') order by id desc")
                .query(RuleDrafts::draft)
                .list();
    }

    Optional<RuleDraft> find(int id) {
        return database.sql("select * from policy.draft where id = :id")
                .param("id", id)
                .query(RuleDrafts::draft)
                .optional();
    }

    /** Holds the draft until the transaction ends. */
    Optional<RuleDraft> lock(int id) {
        return database.sql("select * from policy.draft where id = :id for update")
                .param("id", id)
                .query(RuleDrafts::draft)
                .optional();
    }

    /** A draft that the portal's file holds; nothing when there is or was one with the same text. */
    void insert(RulesFile file, int basedOn) {
        database.sql("""
                        insert into policy.draft (state, file_hash, based_on, rules, tests, hash, changed_at)
                        values ('OPEN', :hash, :basedOn, :rules, :tests, :hash, :at) on conflict do nothing
                        """)
                .param("basedOn", basedOn)
                .param("rules", file.rules())
                .param("tests", file.tests())
                .param("hash", Hashes.of(file.rules(), file.tests()))
                .param("at", now())
                .update();
    }

    int insert(Person by, int basedOn, String rules, String tests) {
        return database.sql("""
                        insert into policy.draft (state, based_on, rules, tests, hash, changed_at, changed_by_id, changed_by_name)
                        values ('OPEN', :basedOn, :rules, :tests, :hash, :at, :by, :name)
                        returning id
                        """)
                .param("basedOn", basedOn)
                .param("rules", rules)
                .param("tests", tests)
                .param("hash", Hashes.of(rules, tests))
                .param("at", now())
                .param("by", by.id().value())
                .param("name", by.name())
                .query(Integer.class)
                .single();
    }

    /** Another text: whoever wanted to publish the one before has to ask again. */
    void change(int id, Person by, int basedOn, String rules, String tests) {
        database.sql("""
                        update policy.draft set state = 'OPEN', based_on = :basedOn, rules = :rules,
                          tests = :tests, hash = :hash, changed_at = :at, changed_by_id = :by, changed_by_name = :name,
                          asked_by_id = null, asked_by_name = null, asked_marks = '{}', comment = null
                         where id = :id
                        """)
                .param("id", id)
                .param("basedOn", basedOn)
                .param("rules", rules)
                .param("tests", tests)
                .param("hash", Hashes.of(rules, tests))
                .param("at", now())
                .param("by", by.id().value())
                .param("name", by.name())
                .update();
    }

    void wait(int id, Person asked, Set<String> marks, String comment) {
        database.sql("""
                        update policy.draft set state = 'WAITING', asked_by_id = :by, asked_by_name = :name,
                          asked_marks = :marks, comment = :comment
                         where id = :id
                        """)
                .param("id", id)
                .param("by", asked.id().value())
                .param("name", asked.name())
                .param("marks", marks.toArray(String[]::new))
                .param("comment", comment)
                .update();
    }

    void finish(int id, RuleDraft.State state) {
        database.sql("update policy.draft set state = :state where id = :id")
                .param("id", id)
                .param("state", state.name())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static RuleDraft draft(ResultSet row, int number) throws SQLException {
        return new RuleDraft(
                row.getInt("id"),
                RuleDraft.State.valueOf(row.getString("state")),
                row.getString("file_hash") != null,
                row.getInt("based_on"),
                row.getString("rules"),
                row.getString("tests"),
                row.getString("hash"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by_name"),
                RuleVersions.person(row, "asked_by_id"),
                row.getString("asked_by_name"),
                Set.of((String[]) row.getArray("asked_marks").getArray()),
                row.getString("comment"));
    }
}
