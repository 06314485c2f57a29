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

    @Override
    public void erase(Named whom) {
        var theirs = whom.parameters();
        database.sql("""
                        update requests.request set by_name = :nobody, reason = null where by_id = any(:persons)
                        """).params(theirs).update();
        database.sql("""
                        update requests.request set owner_name = null where lower(owner_name) = any(:called)
                        """).params(theirs).update();
        database.sql("""
                        update requests.request
                           set concerned = array(select mark from unnest(concerned) mark where mark <> all(:marks)),
                               approvers = array(select address from unnest(approvers) address where address <> all(:addresses))
                         where concerned && :marks or approvers && :addresses
                        """).params(theirs).update();
        database.sql("""
                        update requests.decision set by_name = :nobody, comment = null where by_id = any(:persons)
                        """).params(theirs).update();
        database.sql("""
                        update requests.decision set for_name = :nobody where lower(for_name) = any(:called)
                        """).params(theirs).update();
        database.sql("""
                        update requests.decision
                           set marks = array(select mark from unnest(marks) mark where mark <> all(:marks)),
                               seat = array(select address from unnest(seat) address where address <> all(:addresses || :marks))
                         where marks && :marks or seat && (:addresses || :marks)
                        """).params(theirs).update();
        database.sql("""
                        update requests.happening set who = :nobody where lower(who) = any(:called)
                        """).params(theirs).update();
        database.sql("""
                        update requests.delegation set from_name = :nobody, from_addresses = '{}' where from_id = any(:persons)
                        """).params(theirs).update();
        database.sql("""
                        update requests.delegation set to_name = :nobody, to_address = :nobody where to_address = any(:addresses)
                        """).params(theirs).update();
        database.sql("""
                        update requests.proposal set by_name = :nobody,
                               marks = array(select mark from unnest(marks) mark where mark <> all(:marks))
                         where by_id = any(:persons)
                        """).params(theirs).update();
        // Whom a request went to, and in whose place, stands in the line by address.
        whom.addresses()
                .forEach(address -> database.sql("""
                        update requests.request set line = replace(line::text, to_json(:address::text)::text, '"–"')::jsonb
                         where position(to_json(:address::text)::text in line::text) > 0
                        """).param("address", address).update());
    }
}
