package se.handtag.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.Erased;
import se.handtag.OneReading;

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
    PersonId welcome(
            String issuer,
            String subject,
            String name,
            Collection<String> addresses,
            @Nullable String manager,
            Set<Role> roles) {
        Instant now = clock.instant();
        UUID id = database.sql("""
                        insert into identity.person (id, issuer, subject, name, addresses, manager, roles, first_seen, last_signed_in)
                        values (gen_random_uuid(), :issuer, :subject, :name, :addresses, :manager, :roles, :now, :now)
                        on conflict (issuer, subject) do update
                          set name = excluded.name, addresses = excluded.addresses, manager = excluded.manager,
                            roles = excluded.roles,
                            last_signed_in = excluded.last_signed_in
                        returning id
                        """)
                .param("issuer", issuer)
                .param("subject", subject)
                .param("name", name)
                .param("addresses", addresses.toArray(String[]::new))
                .param("manager", manager == null ? null : manager.toLowerCase(Locale.ROOT))
                .param("roles", names(roles))
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .query(UUID.class)
                .single();
        return new PersonId(id);
    }

    /** What the person is called, as the provider last said. */
    String nameOf(PersonId person) {
        return database.sql("select name from identity.person where id = :id")
                .param("id", person.value())
                .query(String.class)
                .single();
    }

    /** The roles that the person had when they last signed in; empty when that is not known. */
    public Optional<Set<Role>> rolesOf(PersonId person) {
        return database.sql("select roles from identity.person where id = :id and roles is not null")
                .param("id", person.value())
                .query((row, _) -> roles(row))
                .optional();
    }

    /** The same of whoever the provider knows under this subject, who stays as they are until the transaction ends. */
    Optional<Set<Role>> rolesForUpdate(String issuer, String subject) {
        return database.sql("select roles from identity.person where issuer = :issuer and subject = :subject"
                        + " and roles is not null for update")
                .param("issuer", issuer)
                .param("subject", subject)
                .query((row, _) -> roles(row))
                .optional();
    }

    /** Whatever roles the person had, they have none until they sign in with one. */
    @Transactional
    public void onlyEmployee(PersonId person) {
        database.sql("update identity.person set roles = :roles where id = :id")
                .param("roles", names(Set.of(Role.EMPLOYEE)))
                .param("id", person.value())
                .update();
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private static Set<Role> roles(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Somebody who signed in at least once. */
    record Known(PersonId id, String name) {}

    Optional<Known> known(String issuer, String subject) {
        return database.sql("select id, name from identity.person where issuer = :issuer and subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query((row, _) -> new Known(new PersonId(row.getObject("id", UUID.class)), row.getString("name")))
                .optional();
    }

    /**
     * Somebody who signed in at least once.
     *
     * @param addresses in lower case
     */
    public record Account(PersonId id, String name, Set<String> addresses) {}

    /** One of them, empty when there is none of that number. */
    public Optional<Account> account(PersonId person) {
        return database.sql("select id, name, addresses from identity.person where id = :id")
                .param("id", person.value())
                .query(Persons::account)
                .optional();
    }

    /** Those whose name or address holds the text, by name. */
    public List<Account> find(String text, int most) {
        return database.sql("""
                        select id, name, addresses from identity.person
                         where name <> :erased and position(:text in lower(name)) > 0
                            or exists (select from unnest(addresses) address where position(:text in address) > 0)
                         order by name, id limit :most
                        """)
                .param("text", text.strip().toLowerCase(Locale.ROOT))
                .param("erased", Erased.NAME)
                .param("most", most)
                .query(Persons::account)
                .list();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                new PersonId(row.getObject("id", UUID.class)), row.getString("name"), Set.copyOf(List.of((String[])
                        row.getArray("addresses").getArray())));
    }

    /** The manager's address of whoever has that address, in lower case; empty when they never signed in or have none. */
    public Optional<String> managerOf(String address) {
        return database.sql("select manager from identity.person where :address = any(addresses)"
                        + " and manager is not null order by last_signed_in desc limit 1")
                .param("address", address.toLowerCase(Locale.ROOT))
                .query(String.class)
                .optional();
    }

    /** The manager's address of the person, in lower case; empty when they have none. */
    public Optional<String> managerOf(PersonId person) {
        return database.sql("select manager from identity.person where id = :id and manager is not null")
                .param("id", person.value())
                .query(String.class)
                .optional();
    }

    /** Every address of whoever has this one, itself included, in lower case. */
    public Set<String> addressesOf(String address) {
        String known = address.strip().toLowerCase(Locale.ROOT);
        Set<String> all = new TreeSet<>(
                database.sql("select unnest(addresses) from identity.person where :address = any(addresses)")
                        .param("address", known)
                        .query(String.class)
                        .list());
        all.add(known);
        return all;
    }

    /** Everyone who has that address; several when one human has several accounts. */
    public List<PersonId> withAddress(String address) {
        return database.sql("select id from identity.person where :address = any(addresses)")
                .param("address", address.strip().toLowerCase(Locale.ROOT))
                .query((row, _) -> new PersonId(row.getObject("id", UUID.class)))
                .list();
    }

    /** The addresses, in lower case, of everyone who said when they last signed in that one of these is their manager. */
    public Set<String> addressesLedBy(Collection<String> managers) {
        return OneReading.told(new Led(Set.copyOf(managers)), () -> addressesLedByNow(managers));
    }

    private record Led(Set<String> managers) {}

    private Set<String> addressesLedByNow(Collection<String> managers) {
        return new TreeSet<>(
                database.sql("select unnest(addresses) from identity.person where manager = any(:managers)")
                        .param("managers", managers.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    /** The names of those among the addresses who have signed in at least once; the others are left out. */
    public Map<String, String> namesByAddress(Collection<String> addresses) {
        if (addresses.isEmpty()) {
            return Map.of();
        }
        var wanted = addresses.stream().map(a -> a.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return OneReading.told(new Named(wanted), () -> namesNow(wanted));
    }

    private record Named(Set<String> wanted) {}

    private Map<String, String> namesNow(Set<String> wanted) {
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
