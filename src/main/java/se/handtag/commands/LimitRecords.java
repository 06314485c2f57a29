package se.handtag.commands;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.audit.AuditRecord;

/** Limits are set where the portal is run. A node that starts with others than are on record puts them there. */
@Component
class LimitRecords {
    private static final String SUBJECT = "limits";

    private final CommandSettings settings;
    private final AuditLog log;

    LimitRecords(CommandSettings settings, AuditLog log) {
        this.settings = settings;
        this.log = log;
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        Map<String, String> limits = new TreeMap<>();
        settings.limits().forEach((action, limit) -> limits.put(action, told(limit)));
        var before = log.find(AuditQuery.ofSubject(SUBJECT), Long.MAX_VALUE, 1).stream()
                .findFirst();
        if (before.map(AuditRecord::facts).filter(limits::equals).isPresent()) {
            return;
        }
        // Nodes that start at once with the same limits are one change.
        long last = before.map(AuditRecord::number).orElse(0L);
        var entry = AuditEntry.of(AuditKind.LIMIT)
                .subject(SUBJECT, null)
                .action("limits")
                .outcome("set")
                .step("limits/" + last + "/" + Integer.toHexString(limits.hashCode()));
        for (var limit : limits.entrySet()) {
            entry = entry.mark(limit.getKey(), limit.getValue());
        }
        log.appendAlone(entry);
    }

    private static String told(CommandSettings.Limit limit) {
        return "%d by one person, %d approved by one person, %d in all, each %s"
                .formatted(limit.person(), limit.approver(), limit.company(), limit.per());
    }
}
