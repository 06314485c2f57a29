package se.handtag.ui.directory;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.devices.FleetDevice;
import se.handtag.devices.UserFile;
import se.handtag.identity.SignedIn;
import se.handtag.ui.words.LooksAtOthers;

/** That somebody searched, or opened a page about a person or a device, is on record before they see anything of it. */
@Component
class Looks {
    private final AuditLog log;
    private final SignedIn signedIn;
    private final LooksAtOthers others;

    Looks(AuditLog log, SignedIn signedIn, LooksAtOthers others) {
        this.log = log;
        this.signedIn = signedIn;
        this.others = others;
    }

    void search(String text) {
        others.recordSearch(text);
    }

    /**
     * For a field that offers names while one types.
     *
     * @param all what is looked through without a word, in the log's own words
     */
    TypedSearch typed(String all) {
        var look = look("search");
        return new TypedSearch(
                text -> log.appendAlone(text.isEmpty() ? look.mark("list", all) : look.fact("text", text)));
    }

    /** Everybody, every device, or all of a group or a tag, is listed. @param what in the log's own words */
    void list(String what) {
        others.recordList(what);
    }

    /** @param owner whose it is, who can see that somebody looked; null for nobody's */
    void device(FleetDevice device, @Nullable UserFile owner) {
        others.record(device, owner == null ? null : owner.id(), owner == null ? null : owner.name());
    }

    void person(UserFile person) {
        others.record(person.brief());
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
