package se.handtag.ui.directory;

import java.util.UUID;
import org.springframework.stereotype.Component;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.identity.SignedIn;

/** That somebody searched, or opened a page about a person or a device, is on record before they see anything of it. */
@Component
class Looks {
    private final AuditLog log;
    private final SignedIn signedIn;

    Looks(AuditLog log, SignedIn signedIn) {
        this.log = log;
        this.signedIn = signedIn;
    }

    void search(String text) {
        log.appendAlone(look("search").fact("text", text));
    }

    void device(UUID id, String label) {
        log.appendAlone(look("open-device").device(id, label).outcome("shown"));
    }

    void person(String name) {
        log.appendAlone(look("open-person").onBehalfOf(name).outcome("shown"));
    }

    /** A file with people's data was taken out. */
    void export(String what) {
        log.appendAlone(AuditEntry.of(AuditKind.EXPORT)
                .by(signedIn.actor())
                .action("export")
                .outcome("started")
                .fact("text", what));
    }

    private AuditEntry look(String action) {
        return AuditEntry.of(AuditKind.LOOK).by(signedIn.actor()).action(action);
    }
}
