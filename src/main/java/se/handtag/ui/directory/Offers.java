package se.handtag.ui.directory;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.catalogue.Offer;
import se.handtag.catalogue.Shelf;
import se.handtag.identity.Actor;
import se.handtag.identity.Role;
import se.handtag.mdm.Platform;
import se.handtag.mdm.Store;

/** Changes what the catalogue offers, and puts on record what it was and what it is. */
@Component
class Offers {
    private final Shelf shelf;
    private final AuditLog log;

    Offers(Shelf shelf, AuditLog log) {
        this.shelf = shelf;
        this.log = log;
    }

    /**
     * An app by what tells it from all others.
     *
     * @param name as the MDM has it
     */
    record Key(String packageId, Platform platform, Store store, String name) {}

    /** @return false when that was so already @throws AccessDeniedException when they are not of IT */
    @Transactional
    public boolean decide(Actor actor, Key app, Offer offer) {
        if (!actor.person().is(Role.IT)) {
            throw new AccessDeniedException("Only IT decides what the catalogue offers");
        }
        Offer before = shelf.offer(app.packageId(), app.platform(), app.store());
        if (before.equals(offer)) {
            return false;
        }
        shelf.decide(app.packageId(), app.platform(), app.store(), app.name(), offer);
        log.append(AuditEntry.of(AuditKind.CATALOGUE)
                .by(actor)
                .action("change-catalogue")
                .fact("app", app.packageId() + " (" + app.platform() + ", " + app.store() + ")")
                .fact("before", before.toString())
                .fact("after", offer.toString()));
        return true;
    }
}
