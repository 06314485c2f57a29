package se.handtag.trial.idp;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What has become of accounts since the trial was started: for trying what happens when somebody leaves or loses a role. */
final class Accounts {
    private final Map<String, State> changed = new ConcurrentHashMap<>();

    /** How an account is. */
    enum State {
        /** As the sample company has it. */
        WHOLE,
        WITHOUT_ROLES,
        /** Nobody signs in with it, and what was given to it earlier is not renewed. */
        DISABLED
    }

    State of(Person person) {
        return changed.getOrDefault(person.subject(), State.WHOLE);
    }

    void set(Person person, State state) {
        changed.put(person.subject(), state);
    }

    boolean isDisabled(Person person) {
        return of(person) == State.DISABLED;
    }

    List<String> roles(Person person) {
        return of(person) == State.WHOLE ? person.roles() : List.of();
    }
}
