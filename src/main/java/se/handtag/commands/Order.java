package se.handtag.commands;

import java.time.Instant;
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
 * @param evidence what was given for it
 * @param notAfter when it is too late to send it, null when it never is
 * @param request the request it came from, null when it came from none
 */
public record Order(
        PersonId by,
        String byName,
        Set<Role> roles,
        @Nullable UserId self,
        Subject subject,
        Action action,
        Evidence evidence,
        @Nullable Instant notAfter,
        @Nullable UUID request) {

    /** For what needs no evidence and is never too late, such as a lock. */
    public Order(PersonId by, String byName, Set<Role> roles, @Nullable UserId self, Subject subject, Action action) {
        this(by, byName, roles, self, subject, action, Evidence.NONE, null, null);
    }
}
