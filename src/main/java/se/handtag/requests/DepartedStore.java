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

    void add(Set<String> addresses, Instant now) {
        database.sql("insert into requests.departed (address, at) select unnest(:addresses::text[]), :now"
                        + " on conflict do nothing")
                .param("addresses", addresses.toArray(String[]::new))
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    void remove(Set<String> addresses) {
        database.sql("delete from requests.departed where address = any(:addresses)")
                .param("addresses", addresses.toArray(String[]::new))
                .update();
    }
}
