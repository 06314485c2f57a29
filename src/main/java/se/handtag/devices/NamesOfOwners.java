package se.handtag.devices;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.handtag.identity.Forgotten;
import se.handtag.identity.NamesKept;

/** What the MDM said last of whoever is its user no more. What it says now is read anew, so that nothing of it grows old. */
@Component
class NamesOfOwners implements NamesKept {
    private final JdbcClient database;
    private final IndexTable table;

    NamesOfOwners(JdbcClient database, IndexTable table) {
        this.database = database;
        this.table = table;
    }

    @Override
    public void erase(Forgotten whom) {
        // Otherwise a reading that is under way would bring them back.
        table.await();
        whom.users().forEach(user -> table.forget(Entry.Kind.PERSON, String.valueOf(user)));
        for (String word : whom.words()) {
            database.sql("delete from devices.picture where body ~* :word")
                    .param("word", word)
                    .update();
        }
    }

    @Override
    public void eraseBefore(Instant time) {
        // Pictures are replaced as the MDM is asked, and the index is as old as the last reading.
    }
}
