package se.handtag.ui.directory;

import java.util.SortedMap;
import org.springframework.stereotype.Component;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.catalogue.Offer;
import se.handtag.catalogue.Shelf;
import se.handtag.identity.Actor;
import se.handtag.mdm.Platform;
import se.handtag.mdm.Store;
import se.handtag.requests.Guarded;
import se.handtag.requests.Proposal;
import se.handtag.requests.SecondPerson;

/** Changes what the catalogue offers. */
@Component
class Offers implements Guarded {
    static final String KIND = "app";
    private static final String BETWEEN = "|";

    private final Shelf shelf;
    private final SecondPerson second;

    Offers(Shelf shelf, SecondPerson second) {
        this.shelf = shelf;
        this.second = second;
    }

    /**
     * An app by what tells it from all others.
     *
     * @param name as the MDM has it
     */
    record Key(String packageId, Platform platform, Store store, String name) {
        String text() {
            return platform + BETWEEN + store + BETWEEN + packageId;
        }

        static Key of(String text, String name) {
            String[] parts = text.split("\\|", 3);
            return new Key(parts[2], Platform.valueOf(parts[0]), Store.valueOf(parts[1]), name);
        }
    }

    /** Says what is offered, at once or once a second person agrees. */
    Proposal.Outcome decide(Actor actor, Key app, Offer offer) {
        return second.change(actor, KIND, app.text(), app.name(), offer.values());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public SortedMap<String, String> now(String key) {
        return offer(Key.of(key, "")).values();
    }

    private Offer offer(Key app) {
        return shelf.offer(app.packageId(), app.platform(), app.store());
    }

    @Override
    public boolean looser(SortedMap<String, String> before, SortedMap<String, String> after) {
        return Offer.of(after).looserThan(Offer.of(before));
    }

    @Override
    public void set(String key, String label, SortedMap<String, String> after) {
        Key app = Key.of(key, label);
        shelf.decide(app.packageId(), app.platform(), app.store(), label, Offer.of(after));
    }

    @Override
    public AuditEntry record(String key, String label) {
        Key app = Key.of(key, label);
        return AuditEntry.of(AuditKind.DATA)
                .action("change-catalogue")
                .fact("app", app.packageId() + " (" + app.platform() + ", " + app.store() + ")");
    }
}
