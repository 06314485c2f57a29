package se.handtag.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
import se.handtag.policy.ActionKind;

/** Who stands in for whom, in the database. */
@Component
class DelegationStore {
    private final JdbcClient database;

    DelegationStore(JdbcClient database) {
        this.database = database;
    }

    void insert(Delegation delegation, Instant now) {
        database.sql("""
                        insert into requests.delegation (id, from_id, from_name, from_addresses, to_address, to_name, starts_at, ends_at,
                          actions, made_at)
                        values (:id, :from, :fromName, :fromAddresses, :to, :toName, :starts, :ends, :actions, :now)
                        """)
                .param("id", delegation.id())
                .param("from", delegation.from().value())
                .param("fromName", delegation.fromName())
                .param("fromAddresses", delegation.fromAddresses().toArray(String[]::new))
                .param("to", delegation.toAddress())
                .param("toName", delegation.toName())
                .param("starts", at(delegation.startsAt()))
                .param("ends", at(delegation.endsAt()))
                .param("actions", delegation.actions().stream().map(Enum::name).toArray(String[]::new))
                .param("now", at(now))
                .update();
    }

    /** Those in which this person stands in for somebody at that moment. */
    List<Delegation> to(Collection<String> addresses, Instant now) {
        return database.sql("select * from requests.delegation where to_address = any(:addresses)"
                        + " and starts_at <= :now and ends_at > :now and ended_at is null order by starts_at")
                .param("addresses", addresses.toArray(String[]::new))
                .param("now", at(now))
                .query(DelegationStore::delegation)
                .list();
    }

    /** Those that somebody of these addresses gave and that count at that moment. */
    List<Delegation> from(Collection<String> addresses, Instant now) {
        return database.sql("select * from requests.delegation where from_addresses && :addresses::text[]"
                        + " and starts_at <= :now and ends_at > :now and ended_at is null order by starts_at")
                .param("addresses", addresses.toArray(String[]::new))
                .param("now", at(now))
                .query(DelegationStore::delegation)
                .list();
    }

    /** What the person gave and that is not over, whether it has begun or not. */
    List<Delegation> by(PersonId from, Instant now) {
        return database.sql("select * from requests.delegation where from_id = :from and ends_at > :now"
                        + " and ended_at is null order by starts_at")
                .param("from", from.value())
                .param("now", at(now))
                .query(DelegationStore::delegation)
                .list();
    }

    /** All that are not over, whether they have begun or not. */
    List<Delegation> all(Instant now) {
        return database.sql("select * from requests.delegation where ends_at > :now and ended_at is null"
                        + " order by starts_at, from_name")
                .param("now", at(now))
                .query(DelegationStore::delegation)
                .list();
    }

    /** What concerns these addresses on either side and is not over. */
    List<Delegation> about(Collection<String> addresses, Instant now) {
        return database.sql("select * from requests.delegation where ends_at > :now and ended_at is null"
                        + " and (from_addresses && :addresses::text[] or to_address = any(:addresses))")
                .param("addresses", addresses.toArray(String[]::new))
                .param("now", at(now))
                .query(DelegationStore::delegation)
                .list();
    }

    /** @return the one that was ended; empty when there is none, or it was over */
    Optional<Delegation> end(UUID id, Instant now) {
        return database.sql("update requests.delegation set ended_at = :now"
                        + " where id = :id and ended_at is null and ends_at > :now returning *")
                .param("id", id)
                .param("now", at(now))
                .query(DelegationStore::delegation)
                .optional();
    }

    private static Delegation delegation(ResultSet row, int number) throws SQLException {
        return new Delegation(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("from_id", UUID.class)),
                row.getString("from_name"),
                Set.of((String[]) row.getArray("from_addresses").getArray()),
                row.getString("to_address"),
                row.getString("to_name"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                Arrays.stream((String[]) row.getArray("actions").getArray())
                        .map(ActionKind::valueOf)
                        .collect(Collectors.toSet()),
                instant(row.getObject("ended_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
