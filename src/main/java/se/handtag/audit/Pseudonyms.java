package se.handtag.audit;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the log calls people: the same for ever, and nobody's once the line that says whose is erased. */
@Component
public class Pseudonyms {
    private final JdbcClient database;
    private final Map<UUID, UUID> known = new ConcurrentHashMap<>();

    Pseudonyms(JdbcClient database) {
        this.database = database;
    }

    /** The person's pseudonym, given at the first need, as part of the caller's transaction. */
    UUID of(UUID person) {
        UUID before = known.get(person);
        if (before != null) {
            return before;
        }
        // Looked for first: whoever writes the line holds up everybody else who names the person until they have
        // committed.
        UUID pseudonym = held(person).orElseGet(() -> give(person));
        // Not before it is committed: a pseudonym that is rolled back is nobody's.
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.put(person, pseudonym);
            }
        });
        return pseudonym;
    }

    /** As it stands, and not to be erased before the caller has committed; several may hold it so at once. */
    private Optional<UUID> held(UUID person) {
        return database.sql("select pseudonym from audit.pseudonym where person = :person for key share")
                .param("person", person)
                .query(UUID.class)
                .optional();
    }

    private UUID give(UUID person) {
        return database.sql("""
                        insert into audit.pseudonym (person) values (:person)
                        on conflict (person) do update set person = excluded.person
                        returning pseudonym
                        """).param("person", person).query(UUID.class).single();
    }

    /** Looks everybody up again at the next need. */
    void forget() {
        known.clear();
    }

    /** Erases whose it is, as part of the caller's transaction; a node that still knows it finds out when it needs it. */
    void erase(UUID person) {
        database.sql("delete from audit.pseudonym where person = :person")
                .param("person", person)
                .update();
        known.remove(person);
    }

    /** Whose pseudonym that is, empty when it is nobody's. */
    Optional<UUID> whose(UUID pseudonym) {
        return database.sql("select person from audit.pseudonym where pseudonym = :pseudonym")
                .param("pseudonym", pseudonym)
                .query(UUID.class)
                .optional();
    }

    /** The person's pseudonym, empty when the log never named them. */
    public Optional<UUID> find(UUID person) {
        return database.sql("select pseudonym from audit.pseudonym where person = :person")
                .param("person", person)
                .query(UUID.class)
                .optional();
    }
}
