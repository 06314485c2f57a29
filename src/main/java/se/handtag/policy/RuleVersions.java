package se.handtag.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.handtag.identity.PersonId;

/** Every version of the rules, in the database. */
@Component
class RuleVersions {
    private final JdbcClient database;

    RuleVersions(JdbcClient database) {
        this.database = database;
    }

    /** The number of the version in force, empty before the first. */
    Optional<Integer> newest() {
        return database.sql("select number from policy.version order by number desc limit 1")
                .query(Integer.class)
                .optional();
    }

    RuleVersion get(int number) {
        return database.sql("select * from policy.version where number = :number")
                .param("number", number)
                .query(RuleVersions::version)
                .single();
    }

    /** The newest first. */
    List<RuleVersion> all() {
        return database.sql("select * from policy.version order by number desc")
                .query(RuleVersions::version)
                .list();
    }

    boolean knows(String hash) {
        return database.sql("select exists (select 1 from policy.version where hash = :hash)")
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    /** Nobody else publishes until the transaction ends. */
    void lock() {
        database.sql("lock table policy.version in share row exclusive mode").update();
    }

    /** @return whether there was no version of that number before */
    boolean insert(RuleVersion version, @Nullable PersonId by, @Nullable PersonId second) {
        return database.sql("""
                                insert into policy.version (number, rules, tests, hash, published_at, by_id, by_name, second_id,
                                  second_name, comment, looser)
                                values (:number, :rules, :tests, :hash, :at, :by, :byName, :second, :secondName, :comment, :looser)
                                on conflict do nothing
                                """)
                        .param("number", version.number())
                        .param("rules", version.rules())
                        .param("tests", version.tests())
                        .param("hash", version.hash())
                        .param("at", OffsetDateTime.ofInstant(version.publishedAt(), ZoneOffset.UTC))
                        .param("by", by == null ? null : by.value())
                        .param("byName", version.byName())
                        .param("second", second == null ? null : second.value())
                        .param("secondName", version.secondName())
                        .param("comment", version.comment())
                        .param("looser", version.looser())
                        .update()
                == 1;
    }

    private static RuleVersion version(ResultSet row, int number) throws SQLException {
        return new RuleVersion(
                row.getInt("number"),
                row.getString("rules"),
                row.getString("tests"),
                row.getString("hash"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getString("by_name"),
                row.getString("second_name"),
                row.getString("comment"),
                row.getBoolean("looser"));
    }

    static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new PersonId(id);
    }
}
