package se.handtag.requests;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has left, in the database. */
@Component
class DepartedStore {
    private final JdbcClient database;

    DepartedStore(JdbcClient database) {
        this.database = database;
    }

    /** @param saidBy the marks of whoever says so */
    void add(Set<String> addresses, Set<String> saidBy, Instant now) {
        database.sql("""
                        insert into requests.departed (address, at, said_by) select unnest(:addresses::text[]), :now, :saidBy
                        on conflict (address) do update set at = excluded.at, back_at = null,
                          by_provider = false, said_by = departed.said_by || excluded.said_by
                        """)
                .param("addresses", addresses.toArray(String[]::new))
                .param("saidBy", saidBy.toArray(String[]::new))
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    /**
     * The provider says so, who may also say that they are back.
     *
     * @return how many of the addresses had not left before
     */
    int addByProvider(Set<String> addresses, Instant now) {
        return database.sql("""
                        insert into requests.departed (address, at, by_provider)
                          select address, :now, true from unnest(:addresses::text[]) as given (address) order by address
                        on conflict (address) do update set at = excluded.at, back_at = null, by_provider = true
                          where departed.back_at is not null
                        """)
                .param("addresses", addresses.toArray(String[]::new))
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    /** @return how many of the addresses had left, as the provider alone has said */
    int removeByProvider(Set<String> addresses, Instant now) {
        return database.sql("update requests.departed set back_at = :now"
                        + " where address = any(:addresses) and back_at is null and by_provider")
                .param("addresses", addresses.toArray(String[]::new))
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    /**
     * They are back; who said that they had left stays known for what was asked for meanwhile.
     *
     * @return how many of the addresses had left
     */
    int remove(Set<String> addresses, Instant now) {
        return database.sql(
                        "update requests.departed set back_at = :now where address = any(:addresses) and back_at is null")
                .param("addresses", addresses.toArray(String[]::new))
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }
}
