package se.handtag.audit;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What may be a person's matter: what was done on their behalf, or to one of the subjects.
 *
 * @param mdmUser the user of the MDM that they are, such as {@code user/17}
 * @param subjects what else they are concerned by, such as {@code device/<id>}
 * @param kinds of which kinds
 * @param notBy the pseudonym of whoever's own deeds are left out, null for nobody's
 */
public record AuditMatter(
        String mdmUser,
        Set<String> subjects,
        Set<AuditKind> kinds,
        @Nullable UUID notBy) {}
