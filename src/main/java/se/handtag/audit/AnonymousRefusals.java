package se.handtag.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Refusals of people nobody knows, counted by the minute and by reason: whoever knocks a thousand times fills one record, not
 * the log. The count of the minute under way is lost when the portal is halted.
 */
@Component
class AnonymousRefusals {
    private static final Logger LOG = LoggerFactory.getLogger(AnonymousRefusals.class);
    private static final int MOST_REASONS = 20;
    private static final int MOST_ADDRESSES = 10;

    private final AuditLog log;
    private final Clock clock;
    // Guarded by this.
    private final Map<String, Count> counts = new LinkedHashMap<>();

    AnonymousRefusals(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    private static final class Count {
        private final Instant minute;
        private final Set<String> addresses = new TreeSet<>();
        private long times;

        private Count(Instant minute) {
            this.minute = minute;
        }
    }

    /**
     * @param reason a code, of which only what a code may hold is kept
     */
    synchronized void count(String reason, @Nullable String address) {
        String code = reason.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "");
        code = code.substring(0, Math.min(code.length(), 40));
        if (!counts.containsKey(code) && counts.size() >= MOST_REASONS) {
            code = "other";
        }
        var count = counts.computeIfAbsent(code, _ -> new Count(clock.instant().truncatedTo(ChronoUnit.MINUTES)));
        count.times++;
        if (address != null && count.addresses.size() < MOST_ADDRESSES) {
            count.addresses.add(address);
        }
    }

    /** Puts on record what was counted. */
    void record() {
        for (var one : taken().entrySet()) {
            var count = one.getValue();
            try {
                log.appendAlone(AuditEntry.of(AuditKind.REFUSED_ACCESS)
                        .outcome("refused")
                        .mark("reason", one.getKey())
                        .mark("times", String.valueOf(count.times))
                        .mark("from", count.minute.toString())
                        .fact("sourceAddress", count.addresses.isEmpty() ? null : String.join(", ", count.addresses)));
            } catch (RuntimeException away) {
                LOG.warn("{} refusals ({}) could not be recorded; it is tried again", count.times, one.getKey(), away);
                putBack(one.getKey(), count);
            }
        }
    }

    private synchronized void putBack(String reason, Count count) {
        var since = counts.put(reason, count);
        if (since != null) {
            count.times += since.times;
            since.addresses.stream()
                    .limit(MOST_ADDRESSES - count.addresses.size())
                    .forEach(count.addresses::add);
        }
    }

    private synchronized Map<String, Count> taken() {
        var taken = new LinkedHashMap<>(counts);
        counts.clear();
        return taken;
    }
}
