package se.handtag.identity;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whoever has signed in. They are somebody new when they come back; whoever may come back without having been erased is not
 * forgotten by age.
 */
@Component
class NamesOfPersons implements NamesKept {
    private final JdbcClient database;

    NamesOfPersons(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void erase(Forgotten whom) {
        var theirs = whom.parameters();
        database.sql("delete from identity.session where person = any(:persons)")
                .params(theirs)
                .update();
        database.sql("""
                        update identity.person
                           set name = :erased, subject = 'erased/' || id, addresses = '{}', manager = null, mail = null,
                               language = null, roles = '{}'
                         where id = any(:persons)
                        """).params(theirs).update();
        database.sql("update identity.person set manager = null where manager = any(:addresses)")
                .params(theirs)
                .update();
    }

    @Override
    public void eraseBefore(Instant time) {
        // Nobody says of an account by its age alone that nobody comes back to it.
    }
}
