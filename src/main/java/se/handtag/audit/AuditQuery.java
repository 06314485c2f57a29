package se.handtag.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which records to find; a part that is null does not narrow.
 *
 * @param from the first moment
 * @param until the first moment no longer wanted
 * @param text a part of the actor's, the owner's or the subject's name, an outcome or action as the log writes it, or the whole id
 *     of a request, command, device, pseudonym or subject; in any case
 * @param subject what they are about, such as {@code device/<id>}
 */
public record AuditQuery(
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable AuditKind kind,
        @Nullable String text,
        @Nullable String subject,
        @Nullable UUID request) {

    public static final AuditQuery EVERYTHING = new AuditQuery(null, null, null, null, null, null);

    public static AuditQuery ofDevice(UUID device) {
        return ofSubject("device/" + device);
    }

    public static AuditQuery ofSubject(String subject) {
        return new AuditQuery(null, null, null, null, subject, null);
    }

    public static AuditQuery ofRequest(UUID request) {
        return new AuditQuery(null, null, null, null, null, request);
    }

    /** Whether it narrows by nothing but time: what it finds can be proved to be all there is. */
    public boolean onlyByTime() {
        return kind == null && (text == null || text.isBlank()) && subject == null && request == null;
    }
}
