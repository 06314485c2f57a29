package se.handtag.policy;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.handtag.identity.Person;
import se.handtag.identity.PersonId;
import se.handtag.identity.Role;
import se.handtag.mdm.UserId;

/**
 * Who wants something.
 *
 * @param roles the roles that they have, or had when they asked
 * @param self the MDM user that they are, null when they are none
 */
public record Asker(PersonId person, Set<Role> roles, @Nullable UserId self) {
    public Asker {
        roles = Set.copyOf(roles);
    }

    public static Asker of(Person person, @Nullable UserId self) {
        return new Asker(person.id(), person.roles(), self);
    }
}
