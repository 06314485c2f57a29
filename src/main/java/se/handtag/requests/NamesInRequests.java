package se.handtag.requests;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.handtag.audit.Named;
import se.handtag.audit.NamesNeeded;
import se.handtag.identity.PersonId;

/** Whoever asked for something, or on whose behalf it was asked, is named until it is decided. */
@Component
class NamesInRequests implements NamesNeeded {
    private final JdbcClient database;

    NamesInRequests(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Set<Integer> usersOf(PersonId person) {
        return new TreeSet<>(
                database.sql("select distinct self from requests.request where by_id = :person and self is not null")
                        .param("person", person.value())
                        .query(Integer.class)
                        .list());
    }

    @Override
    public Set<String> addressesOf(int user) {
        return new TreeSet<>(database.sql("select distinct lower(snapshot #>> '{user,email}') from requests.request"
                        + " where subject = :user and snapshot #>> '{user,email}' <> ''")
                .param("user", "user/" + user)
                .query(String.class)
                .list());
    }

    @Override
    public Set<Hindrance> against(Named whom) {
        boolean open = database.sql("""
                        select exists (select from requests.request
                         where state = 'WAITING'
                           and (by_id = any(:persons) or self = any(:users) or for_user = any(:users)
                             or subject = any(:keys) or (snapshot #>> '{device,owner,value}')::integer = any(:users)))
                        """)
                .param("persons", whom.persons().stream().map(PersonId::value).toArray(UUID[]::new))
                .param("users", whom.users().toArray(Integer[]::new))
                .param("keys", whom.users().stream().map(user -> "user/" + user).toArray(String[]::new))
                .query(Boolean.class)
                .single();
        return open ? Set.of(Hindrance.OPEN_REQUEST) : Set.of();
    }
}
