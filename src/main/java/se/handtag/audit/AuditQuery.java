package se.handtag.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which records to find; a part that is null does not narrow.
 *
 * @param from the first moment
 * @param until the first moment no longer wanted
 * @param text a part of the actor's, the owner's or the device's name, in any case
 */
public record AuditQuery(
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable AuditKind kind,
        @Nullable String text,
        @Nullable UUID device,
        @Nullable UUID request) {

    public static final AuditQuery EVERYTHING = new AuditQuery(null, null, null, null, null, null);

    public static AuditQuery ofDevice(UUID device) {
        return new AuditQuery(null, null, null, null, device, null);
    }

    public static AuditQuery ofRequest(UUID request) {
        return new AuditQuery(null, null, null, null, null, request);
    }
}
