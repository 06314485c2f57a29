package se.handtag.notifications;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.commands.CommandId;
import se.handtag.identity.Person;
import se.handtag.identity.Role;
import se.handtag.policy.ActionKind;

/** The messages of a person. */
@Component
public class Messages {
    private static final String THEIRS = " from notifications.message m left join notifications.reading r"
            + " on r.person = :person where (m.person = :person or m.address = any(:addresses)"
            + " or (:it and m.person is null and m.address is null))";

    private final JdbcClient database;

    Messages(JdbcClient database) {
        this.database = database;
    }

    /** The newest first, at most {@code most}. */
    public List<Message> of(Person person, int most) {
        return theirs(
                        "select m.*, m.number > coalesce(r.number, 0) as unread" + THEIRS
                                + " order by m.number desc limit " + most,
                        person)
                .query((row, _) -> new Message(
                        row.getLong("number"),
                        Message.What.valueOf(row.getString("what")),
                        row.getString("about"),
                        action(row.getString("action")),
                        row.getString("device"),
                        row.getString("comment"),
                        why(row.getString("note"), row.getString("note_who")),
                        row.getString("link"),
                        command(row.getObject("command", UUID.class)),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("unread")))
                .list();
    }

    /** How many came since the person last looked. */
    public int unread(Person person) {
        return theirs("select count(*)" + THEIRS + " and m.number > coalesce(r.number, 0)", person)
                .query(Integer.class)
                .single();
    }

    /** The number of the newest that came, 0 for none. */
    public long newest(Person person) {
        return theirs("select coalesce(max(m.number), 0)" + THEIRS, person)
                .query(Long.class)
                .single();
    }

    /** The person has all up to that number on the screen now. */
    @Transactional
    public void read(Person person, long newest) {
        database.sql("insert into notifications.reading (person, number) values (:person, :number)"
                        + " on conflict (person) do update set number = greatest(reading.number, excluded.number)")
                .param("person", person.id().value())
                .param("number", newest)
                .update();
    }

    private static @Nullable Why why(@Nullable String note, @Nullable String who) {
        return note == null ? null : new Why(note, who);
    }

    private static @Nullable CommandId command(@Nullable UUID id) {
        return id == null ? null : new CommandId(id);
    }

    private static @Nullable ActionKind action(@Nullable String name) {
        return name == null ? null : ActionKind.valueOf(name);
    }

    private JdbcClient.StatementSpec theirs(String sql, Person person) {
        return database.sql(sql)
                .param("person", person.id().value())
                .param("addresses", person.addresses().toArray(String[]::new))
                .param("it", person.is(Role.IT));
    }
}
