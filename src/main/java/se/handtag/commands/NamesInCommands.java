package se.handtag.commands;

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

/** Whoever ordered something, or whose device it is, is named until it is sent and known how that went. */
@Component
class NamesInCommands implements NamesNeeded, NamesKept {
    private static final String SENT = "state not in ('HELD', 'DUE', 'SENDING', 'UNKNOWN')";
    private static final NamingTable COMMAND = new NamingTable(
            "commands.command",
            "placed_at",
            SENT,
            List.of("by_name", "subject_label"),
            List.of(),
            List.of("snapshot", "payload"),
            List.of());
    private static final NamingTable STEP = new NamingTable(
            "commands.step",
            "at",
            "command in (select id from commands.command where " + SENT + ")",
            List.of(),
            List.of("detail"),
            List.of(),
            List.of());
    private static final NamingTable RELEASE = new NamingTable(
            "commands.release",
            "at",
            "command in (select id from commands.command where " + SENT + ")",
            List.of("name"),
            List.of(),
            List.of(),
            List.of("marks"));
    private static final NamingTable STOP = new NamingTable(
            "commands.stop", "at", "true", List.of("name", "first_name", "reason"), List.of(), List.of(), List.of());

    private final JdbcClient database;

    NamesInCommands(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Set<Integer> usersOf(PersonId person) {
        return new TreeSet<>(
                database.sql("select distinct self from commands.command where by_id = :person and self is not null")
                        .param("person", person.value())
                        .query(Integer.class)
                        .list());
    }

    @Override
    public Set<Hindrance> against(Named whom) {
        boolean open = database.sql("""
                        select exists (select from commands.command
                         where state in ('HELD', 'DUE', 'SENDING', 'UNKNOWN')
                           and (by_id = any(:persons) or self = any(:users)
                             or subject = any(:keys) or (snapshot #>> '{device,owner,value}')::integer = any(:users)))
                        """)
                .param("persons", whom.persons().stream().map(PersonId::value).toArray(UUID[]::new))
                .param("users", whom.users().toArray(Integer[]::new))
                .param("keys", whom.users().stream().map(user -> "user/" + user).toArray(String[]::new))
                .query(Boolean.class)
                .single();
        return open ? Set.of(Hindrance.OPEN_COMMAND) : Set.of();
    }

    @Override
    public void erase(Forgotten whom) {
        List.of(COMMAND, STEP, RELEASE, STOP).forEach(table -> table.erase(database, whom));
        var theirs = whom.parameters();
        database.sql("""
                        update commands.command set by_name = :erased,
                               payload = case when action = 'MESSAGE' then %s else payload end
                         where by_id = any(:persons)
                        """.formatted(PersonalJson.ACTION_WITHOUT)).params(theirs).update();
        database.sql("""
                        update commands.command set snapshot = %s, subject_label = coalesce(snapshot #>> '{device,model}', :erased),
                               payload = case when action = 'CHANGE_USER' then %s else payload end
                         where %s and (subject = any(:keys) or (snapshot #>> '{device,owner,value}')::integer = any(:users))
                        """.formatted(PersonalJson.SUBJECT_WITHOUT, PersonalJson.ACTION_WITHOUT, SENT))
                .params(theirs)
                .update();
        database.sql("""
                        update commands.command set payload = %s
                         where %s and action = 'CREATE_USER' and position(:erased in payload::text) > 0
                        """.formatted(PersonalJson.ACTION_WITHOUT, SENT))
                .params(theirs)
                .update();
    }

    @Override
    public void eraseBefore(Instant time) {
        database.sql("""
                        update commands.command set snapshot = %s, payload = %s
                         where %s and placed_at < :time and by_name <> :erased
                        """.formatted(PersonalJson.SUBJECT_WITHOUT, PersonalJson.ACTION_WITHOUT, SENT))
                .param("time", OffsetDateTime.ofInstant(time, ZoneOffset.UTC))
                .param("erased", Forgotten.NAME)
                .update();
        List.of(COMMAND, RELEASE).forEach(table -> table.eraseBefore(database, time));
    }
}
