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
                          said_by = departed.said_by || excluded.said_by
                        """)
                .param("addresses", addresses.toArray(String[]::new))
                .param("saidBy", saidBy.toArray(String[]::new))
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    /** They are back; who said that they had left stays known for what was asked for meanwhile. */
    void remove(Set<String> addresses, Instant now) {
        database.sql("update requests.departed set back_at = :now where address = any(:addresses) and back_at is null")
                .param("addresses", addresses.toArray(String[]::new))
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }
}
