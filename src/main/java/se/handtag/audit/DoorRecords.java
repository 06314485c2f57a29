package se.handtag.audit;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.handtag.identity.DoorEvent;
import se.handtag.identity.DoorEvent.AccessRefused;
import se.handtag.identity.DoorEvent.PersonSignedIn;
import se.handtag.identity.DoorEvent.PersonSignedOut;
import se.handtag.identity.DoorEvent.SignInRefused;

/** Puts on record what happens at the door, while it happens: who cannot be recorded is not let in. */
@Component
class DoorRecords {
    private final AuditLog log;

    DoorRecords(AuditLog log) {
        this.log = log;
    }

    @EventListener
    void on(DoorEvent event) {
        log.appendAlone(
                switch (event) {
                    case PersonSignedIn(var actor) ->
                        AuditEntry.of(AuditKind.SIGN_IN).by(actor);
                    case PersonSignedOut(var actor) ->
                        AuditEntry.of(AuditKind.SIGN_OUT).by(actor);
                    case SignInRefused(var reason, var address) ->
                        AuditEntry.of(AuditKind.REFUSED_ACCESS)
                                .outcome("refused")
                                .fact("reason", reason)
                                .fact("sourceAddress", address);
                    case AccessRefused(var actor, var path) ->
                        AuditEntry.of(AuditKind.REFUSED_ACCESS)
                                .by(actor)
                                .outcome("refused")
                                .fact("path", path);
                });
    }
}
