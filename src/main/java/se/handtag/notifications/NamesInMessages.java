package se.handtag.notifications;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.handtag.audit.Named;
import se.handtag.audit.NamesNeeded;

/** Messages and mail to somebody, and about them to others; none of them is needed once they have left. */
@Component
class NamesInMessages implements NamesNeeded {
    private final JdbcClient database;

    NamesInMessages(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Set<Hindrance> against(Named whom) {
        return Set.of();
    }

    @Override
    public void erase(Named whom) {
        var theirs = whom.parameters();
        database.sql("""
                        delete from notifications.message where person = any(:persons) or address = any(:addresses)
                        """).params(theirs).update();
        database.sql("""
                        delete from notifications.mail where lower(address) = any(:addresses)
                        """).params(theirs).update();
        database.sql("""
                        update notifications.message set about = :nobody where lower(about) = any(:called)
                        """).params(theirs).update();
        database.sql("""
                        update notifications.message set note_who = :nobody where lower(note_who) = any(:called)
                        """).params(theirs).update();
    }
}
