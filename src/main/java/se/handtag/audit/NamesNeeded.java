package se.handtag.audit;

import java.util.Set;
import se.handtag.identity.PersonId;

/** A room that may still need somebody's name; higher rooms implement it for what is theirs to know. */
public interface NamesNeeded {

    /** The numbers under which that person was a user of the MDM, as far as the room has seen them. */
    default Set<Integer> usersOf(PersonId person) {
        return Set.of();
    }

    /** The numbers of no account under which the room did something in the name of that user of the MDM. */
    default Set<PersonId> standingFor(int user) {
        return Set.of();
    }

    /** The addresses of that user of the MDM, in lower case, as far as the room has seen them. */
    default Set<String> addressesOf(int user) {
        return Set.of();
    }

    /** What speaks against erasing their names now; not asked inside a transaction. */
    Set<Hindrance> against(Named whom);

    /** Why somebody's names must not be erased now. */
    enum Hindrance {
        /** They are a user of the MDM. */
        IN_THE_MDM,
        /** The MDM cannot be asked whether they are. */
        MDM_AWAY,
        /** They have signed in, and IT has not said that they have left. */
        EMPLOYED,
        OPEN_REQUEST,
        /** Something has not been sent yet, or nobody knows what came of it. */
        OPEN_COMMAND,
        LOST_REPORT
    }
}
