package se.handtag.audit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.handtag.Erased;
import se.handtag.identity.PersonId;
import se.handtag.identity.Persons;

/** Whom the log names, also when nobody else knows them any more. */
@Component
public class NamedPeople {
    private static final String PSEUDONYM = "pseudonym/";
    private static final String USER = "user/";
    private static final int MOST = 20;

    private final JdbcClient database;
    private final Pseudonyms pseudonyms;
    private final Persons persons;
    private final ObjectProvider<NamesNeeded> rooms;

    NamedPeople(JdbcClient database, Pseudonyms pseudonyms, Persons persons, ObjectProvider<NamesNeeded> rooms) {
        this.database = database;
        this.pseudonyms = pseudonyms;
        this.persons = persons;
        this.rooms = rooms;
    }

    /** Those whom the log names and whose name or address holds the text; the first of each kind only when there are many. */
    public List<Named> find(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<Named> found = new ArrayList<>();
        Set<UUID> accounts = new HashSet<>();
        Set<Integer> users = new HashSet<>();
        for (Persons.Account account : persons.find(wanted, MOST)) {
            var pseudonym = pseudonyms.find(account.id().value());
            if (pseudonym.isPresent() && !accounts.contains(account.id().value())) {
                Named one = named(PSEUDONYM + pseudonym.get(), account);
                one.persons().forEach(person -> accounts.add(person.value()));
                users.addAll(one.users());
                found.add(one);
            }
        }
        for (int user : usersNamed(wanted)) {
            if (users.add(user)) {
                named(USER + user).ifPresent(found::add);
            }
        }
        return found;
    }

    private List<Integer> usersNamed(String text) {
        return database.sql("""
                        select distinct substring(key from 6)::integer from (
                            select r.on_behalf_of as key from audit.record r
                              join audit.personal p on p.record = r.id and p.name = 'onBehalfOf'
                             where r.on_behalf_of ~ '^user/[0-9]+$' and position(:text in lower(p.value)) > 0
                            union all
                            select r.subject from audit.record r
                              join audit.personal p on p.record = r.id and p.name = 'label'
                             where r.subject ~ '^user/[0-9]+$' and position(:text in lower(p.value)) > 0) as named
                         limit :most
                        """)
                .param("text", text)
                .param("most", MOST)
                .query((row, _) -> row.getInt(1))
                .list();
    }

    /** Whom the log calls so; empty when it calls nobody so, or no longer knows whom. */
    public Optional<Named> named(String key) {
        if (key.startsWith(USER)) {
            int user = Integer.parseInt(key.substring(USER.length()));
            List<String> names = namesOf(user);
            return names.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Named(
                            key,
                            names.getFirst(),
                            standingFor(Set.of(user)),
                            Set.of(user),
                            new TreeSet<>(names),
                            addressesOf(Set.of(user))));
        }
        return pseudonyms
                .whose(UUID.fromString(key.substring(PSEUDONYM.length())))
                .flatMap(person -> persons.account(new PersonId(person)))
                .map(account -> named(key, account));
    }

    private Named named(String key, Persons.Account account) {
        Set<PersonId> accounts = new HashSet<>(Set.of(account.id()));
        Set<String> names = new TreeSet<>(Set.of(account.name()));
        Set<String> addresses = new TreeSet<>(account.addresses());
        account.addresses().stream()
                .flatMap(address -> persons.withAddress(address).stream())
                .flatMap(person -> persons.account(person).stream())
                .forEach(other -> {
                    accounts.add(other.id());
                    names.add(other.name());
                    addresses.addAll(other.addresses());
                });
        Set<Integer> users = new TreeSet<>();
        rooms.forEach(room -> accounts.forEach(person -> users.addAll(room.usersOf(person))));
        users.forEach(user -> names.addAll(namesOf(user)));
        addresses.addAll(addressesOf(users));
        accounts.addAll(standingFor(users));
        return new Named(key, account.name(), accounts, users, names, addresses);
    }

    private Set<PersonId> standingFor(Set<Integer> users) {
        Set<PersonId> numbers = new HashSet<>();
        rooms.forEach(room -> users.forEach(user -> numbers.addAll(room.standingFor(user))));
        return numbers;
    }

    /** What a user of the MDM was called, the newest first. */
    private List<String> namesOf(int user) {
        return database.sql("""
                        select p.value from audit.record r join audit.personal p on p.record = r.id
                         where r.on_behalf_of = :key and p.name = 'onBehalfOf' or r.subject = :key and p.name = 'label'
                         group by p.value order by max(r.id) desc
                        """).param("key", USER + user).query((row, _) -> row.getString(1)).list().stream()
                .filter(name -> !Erased.isIn(name))
                .toList();
    }

    private Set<String> addressesOf(Set<Integer> users) {
        Set<String> addresses = new TreeSet<>();
        rooms.forEach(room -> users.forEach(user -> addresses.addAll(room.addressesOf(user))));
        return addresses;
    }

    /** What speaks against erasing their names now. */
    public Set<NamesNeeded.Hindrance> against(Named whom) {
        Set<NamesNeeded.Hindrance> all = EnumSet.noneOf(NamesNeeded.Hindrance.class);
        rooms.forEach(room -> all.addAll(room.against(whom)));
        return all;
    }
}
