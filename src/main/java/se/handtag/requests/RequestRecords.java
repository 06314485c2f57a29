package se.handtag.requests;

import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;

/** How what is decided about a request reads in the log. */
final class RequestRecords {
    private RequestRecords() {}

    static AuditEntry about(Request request) {
        return AuditEntry.of(AuditKind.APPROVAL)
                .onBehalfOf(request.by(), request.byName())
                .affecting(request.subject().ownerKey())
                .subject(request.subject().key(), request.subject().label())
                .action(request.action().kind().key())
                .request(request.id().value());
    }
}
