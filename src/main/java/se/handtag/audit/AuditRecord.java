package se.handtag.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as it stands in the log.
 *
 * @param number its place in the log, from 1, without gaps
 * @param at when it was written
 * @param actor the name of who did it, null when the portal itself did
 * @param actorId their number in the portal
 * @param roles the roles they had at that moment
 * @param sourceAddress the network address they did it from
 * @param hash SHA-256 over the record before and this one's body, in hexadecimal
 */
public record AuditRecord(
        long number,
        Instant at,
        AuditKind kind,
        @Nullable String actor,
        @Nullable UUID actorId,
        List<String> roles,
        @Nullable String onBehalfOf,
        @Nullable UUID device,
        @Nullable String deviceLabel,
        @Nullable String action,
        @Nullable String outcome,
        List<String> rules,
        @Nullable UUID request,
        @Nullable UUID command,
        @Nullable String sourceAddress,
        Map<String, String> facts,
        String hash) {}
