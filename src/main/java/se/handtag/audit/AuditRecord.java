package se.handtag.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as it stands in the log. What names somebody is null, too, when it has been erased since.
 *
 * @param number its place in the log, from 1, without gaps
 * @param at when it was written
 * @param actor the name of who did it, null when the portal itself did
 * @param actorId their pseudonym, null when the portal itself did
 * @param roles the roles they had at that moment
 * @param onBehalfOf the name of whose matter it was, null when it was the actor's own
 * @param owner their pseudonym, or their number in the MDM as {@code user/17}; null when it is not known
 * @param subject what it was done to, such as {@code device/<id>}
 * @param label the subject as a person would name it
 * @param sourceAddress the network address they did it from
 * @param hash the hash of its leaf (RFC 6962), in hexadecimal
 */
public record AuditRecord(
        long number,
        Instant at,
        AuditKind kind,
        @Nullable String actor,
        @Nullable UUID actorId,
        List<String> roles,
        @Nullable String onBehalfOf,
        @Nullable String owner,
        @Nullable String subject,
        @Nullable String label,
        @Nullable String action,
        @Nullable String outcome,
        List<String> rules,
        @Nullable UUID request,
        @Nullable UUID command,
        @Nullable String sourceAddress,
        Map<String, String> facts,
        String hash) {}
