package se.handtag.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everyone who ever signed in. */
@Component
public class Persons {
    private final JdbcClient database;
    private final Clock clock;

    Persons(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The portal's number of whoever the provider knows under this subject, given at their first sign-in. */
    @Transactional
    PersonId welcome(String issuer, String subject, String name, Collection<String> addresses) {
        Instant now = clock.instant();
        UUID id = database.sql("""
                        insert into identity.person (id, issuer, subject, name, addresses, first_seen, last_signed_in)
                        values (gen_random_uuid(), :issuer, :subject, :name, :addresses, :now, :now)
                        on conflict (issuer, subject) do update
                          set name = excluded.name, addresses = excluded.addresses, last_signed_in = excluded.last_signed_in
                        returning id
                        """)
                .param("issuer", issuer)
                .param("subject", subject)
                .param("name", name)
                .param("addresses", addresses.toArray(String[]::new))
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .query(UUID.class)
                .single();
        return new PersonId(id);
    }

    /** The name of the person, empty when nobody has that number. */
    public Optional<String> nameOf(PersonId id) {
        return database.sql("select name from identity.person where id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    /** The names of those among the addresses who have signed in at least once; the others are left out. */
    public Map<String, String> namesByAddress(Collection<String> addresses) {
        if (addresses.isEmpty()) {
            return Map.of();
        }
        var wanted = addresses.stream().map(a -> a.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        Map<String, String> names = new HashMap<>();
        database.sql(
                        "select name, addresses from identity.person where addresses && :wanted::text[] order by last_signed_in")
                .param("wanted", wanted.toArray(String[]::new))
                .query((row, _) -> {
                    for (String address : (String[]) row.getArray("addresses").getArray()) {
                        if (wanted.contains(address)) {
                            names.put(address, row.getString("name"));
                        }
                    }
                    return 0;
                })
                .list();
        return names;
    }
}
