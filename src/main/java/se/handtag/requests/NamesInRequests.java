package se.handtag.requests;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.handtag.audit.Named;
import se.handtag.audit.NamesNeeded;
import se.handtag.identity.Forgotten;
import se.handtag.identity.NamesKept;
import se.handtag.identity.NamingTable;
import se.handtag.identity.PersonId;
import se.handtag.policy.PersonalJson;

/** Whoever asked for something, or on whose behalf it was asked, is named until it is decided. */
@Component
class NamesInRequests implements NamesNeeded, NamesKept {
    private static final String DECIDED = "request in (select id from requests.request where state <> 'WAITING')";
    /** What waits for a second person keeps what they are known by, not what they are called. */
    private static final NamingTable PROPOSAL = new NamingTable(
            "requests.proposal", "at", "true", List.of("by_name", "label"), List.of(), List.of(), List.of());

    private static final NamingTable REQUEST = new NamingTable(
            "requests.request",
            "asked_at",
            "state <> 'WAITING'",
            List.of("by_name", "owner_name"),
            List.of("reason"),
            List.of("snapshot", "payload", "line"),
            List.of("approvers", "concerned"));
    private static final List<NamingTable> TABLES = List.of(
            REQUEST,
            new NamingTable(
                    "requests.decision",
                    "at",
                    DECIDED,
                    List.of("by_name", "for_name"),
                    List.of("comment"),
                    List.of(),
                    List.of("marks", "seat")),
            new NamingTable("requests.happening", "at", DECIDED, List.of("who"), List.of(), List.of(), List.of()),
            new NamingTable(
                    "requests.delegation",
                    "ends_at",
                    "true",
                    List.of("from_name", "to_name", "to_address"),
                    List.of(),
                    List.of(),
                    List.of("from_addresses")));

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
    public void erase(Forgotten whom) {
        TABLES.forEach(table -> table.erase(database, whom));
        PROPOSAL.erase(database, whom);
        var theirs = whom.parameters();
        database.sql("""
                        update requests.request set reason = null, by_name = :erased,
                               payload = case when action = 'MESSAGE' then %s else payload end
                         where by_id = any(:persons)
                        """.formatted(PersonalJson.ACTION_WITHOUT)).params(theirs).update();
        database.sql("""
                        update requests.request set snapshot = %s,
                               payload = case when action = 'CHANGE_USER' then %s else payload end
                         where state <> 'WAITING'
                           and (subject = any(:keys) or (snapshot #>> '{device,owner,value}')::integer = any(:users))
                        """.formatted(PersonalJson.SUBJECT_WITHOUT, PersonalJson.ACTION_WITHOUT))
                .params(theirs)
                .update();
        database.sql("""
                        update requests.request set payload = %s
                         where state <> 'WAITING' and action = 'CREATE_USER' and position(:erased in payload::text) > 0
                        """.formatted(PersonalJson.ACTION_WITHOUT)).params(theirs).update();
        database.sql("update requests.decision set comment = null, by_name = :erased where by_id = any(:persons)")
                .params(theirs)
                .update();
    }

    @Override
    public void eraseBefore(Instant time) {
        database.sql("""
                        update requests.request set snapshot = %s, payload = %s,
                               line = regexp_replace(line::text, '"[^"]*@[^"]*"', '"[…]"', 'g')::jsonb
                         where state <> 'WAITING' and asked_at < :time and by_name <> :erased
                        """.formatted(PersonalJson.SUBJECT_WITHOUT, PersonalJson.ACTION_WITHOUT))
                .param("time", OffsetDateTime.ofInstant(time, ZoneOffset.UTC))
                .param("erased", Forgotten.NAME)
                .update();
        TABLES.forEach(table -> table.eraseBefore(database, time));
    }
}
