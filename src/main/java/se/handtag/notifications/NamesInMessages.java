package se.handtag.notifications;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.handtag.identity.Forgotten;
import se.handtag.identity.NamesKept;
import se.handtag.identity.NamingTable;

/** Messages and mail: what was for them goes, what was about them tells others no name any more. */
@Component
class NamesInMessages implements NamesKept {
    private static final List<NamingTable> TABLES = List.of(
            new NamingTable(
                    "notifications.message",
                    "at",
                    "true",
                    List.of("about", "device", "note_who"),
                    List.of("comment"),
                    List.of(),
                    List.of()),
            new NamingTable(
                    "notifications.mail", "at", "true", List.of("subject", "text"), List.of(), List.of(), List.of()));

    private final JdbcClient database;

    NamesInMessages(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void erase(Forgotten whom) {
        var theirs = whom.parameters();
        database.sql("delete from notifications.message where person = any(:persons) or address = any(:addresses)")
                .params(theirs)
                .update();
        database.sql("delete from notifications.mail where lower(address) = any(:addresses)")
                .params(theirs)
                .update();
        database.sql("update notifications.message set comment = null, device = '' where lower(about) = any(:called)")
                .params(theirs)
                .update();
        TABLES.forEach(table -> table.erase(database, whom));
    }

    @Override
    public void eraseBefore(Instant time) {
        var before = OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
        database.sql("delete from notifications.message where at < :time")
                .param("time", before)
                .update();
        database.sql(
                        "delete from notifications.mail where at < :time and (sent_at is not null or given_up_at is not null)")
                .param("time", before)
                .update();
    }
}
