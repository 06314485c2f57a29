package se.handtag.commands;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.handtag.identity.PersonId;
import se.handtag.identity.Role;
import se.handtag.mdm.UserId;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;

/**
 * What is to be done, as it was decided.
 *
 * @param by who wants it
 * @param roles the roles that they had when they asked
 * @param self the MDM user that they are, null when they are none
 * @param subject what it is done to, as it was when it was decided
 * @param approved whether every approval that the rules asked for was given
 * @param request the request it came from, null when it came from none
 */
public record Order(
        PersonId by,
        String byName,
        Set<Role> roles,
        @Nullable UserId self,
        Subject subject,
        Action action,
        boolean approved,
        @Nullable UUID request) {}
