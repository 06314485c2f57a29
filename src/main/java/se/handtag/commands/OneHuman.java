package se.handtag.commands;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.handtag.identity.Person;
import se.handtag.mdm.UserId;
import se.handtag.policy.HumanMarks;

/**
 * Whether two are one human, whatever accounts they have: a fact that a higher room owns. A human is the set of marks by which
 * somebody would know them again; those who share a mark are the same.
 */
public interface OneHuman extends HumanMarks {

    /**
     * The marks of somebody who signed in, without asking the MDM.
     *
     * @param self the MDM user that they are, null for none
     */
    Set<String> marks(Person person, @Nullable UserId self);

    /** The marks of who asked for it and of whose it is; none when there is no such request. */
    Set<String> concerned(UUID request);

    /** The marks of everybody who decided on it. */
    Set<String> deciders(UUID request);
}
