package se.handtag.recovery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.UserId;

/**
 * A link that IT puts on the intranet or sends to somebody.
 *
 * @param id random; it says nothing about whom or what the link is for
 * @param name what IT calls it, also shown to whoever follows it
 * @param audience the addresses of those it is for, in lower case; empty for everyone
 * @param user the MDM user it preselects, null for none
 * @param device the device it preselects, null for none
 * @param revokedAt when it was revoked, null when it was not
 */
public record IntranetLink(
        UUID id,
        Purpose purpose,
        String name,
        List<String> audience,
        @Nullable UserId user,
        @Nullable DeviceId device,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt) {

    public IntranetLink {
        audience = List.copyOf(audience);
    }

    /** What a link leads to. */
    public enum Purpose {
        /** To report one's own phone lost. */
        LOST,
        /** To report for a colleague. */
        COLLEAGUE
    }

    boolean works(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
