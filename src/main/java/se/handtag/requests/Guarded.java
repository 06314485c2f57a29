package se.handtag.requests;

import java.util.Set;
import java.util.SortedMap;
import se.handtag.audit.AuditEntry;

/**
 * Something that IT sets and that says what people may do: what opens it takes a second person of IT. Its values are words
 * and texts by name, as they can be shown beside those before.
 */
public interface Guarded {

    /** Which of them it is, such as {@code app}. */
    String kind();

    /** The values now, empty when there are none yet. */
    SortedMap<String, String> now(String key);

    /** Whether these values may let pass what those before do not. What is not proved to be stricter is looser. */
    boolean looser(SortedMap<String, String> before, SortedMap<String, String> after);

    /** Whether nothing speaks against it at this moment; not asked inside a transaction. */
    default boolean possible(String key) {
        return true;
    }

    /** Something came between the question whether it is possible and the act; nothing of it is done. */
    final class Hindered extends RuntimeException {}

    /**
     * Sets the values, as part of the caller's transaction, in which that is put on record.
     *
     * @throws Hindered when it is not possible any more
     */
    void set(String key, String label, SortedMap<String, String> after);

    /**
     * Does what follows from values that were set, as part of the same transaction.
     *
     * @param by the marks of those who wanted it
     */
    default void changed(Set<String> by) {}

    /** A record about it, without who and what. */
    AuditEntry record(String key, String label);
}
