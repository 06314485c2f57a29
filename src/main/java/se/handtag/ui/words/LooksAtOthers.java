package se.handtag.ui.words;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.devices.FleetDevice;
import se.handtag.devices.MdmUser;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.SignedIn;
import se.handtag.mdm.UserId;
import se.handtag.requests.ReachableDevices.Reached;
import se.handtag.requests.Request;

/** Puts on record that somebody looked at another, their device or their request, on whichever page. */
@Component
public class LooksAtOthers {
    private final MdmUsers users;
    private final SignedIn signedIn;
    private final AuditLog log;

    LooksAtOthers(MdmUsers users, SignedIn signedIn, AuditLog log) {
        this.users = users;
        this.signedIn = signedIn;
        this.log = log;
    }

    /** Nothing is put on record of one's own. */
    public void record(Reached reached) {
        if (!reached.own()) {
            var device = reached.device();
            record(device, device.owner(), ownerName(reached).orElse(null));
        }
    }

    /** @param owner whose it is, who can see that somebody looked; null for nobody's */
    public void record(FleetDevice device, @Nullable UserId owner, @Nullable String ownerName) {
        log.appendAlone(of(look("open-device"), owner, ownerName)
                .device(device.id().value(), device.label())
                .outcome("shown"));
    }

    /** Somebody's own team is listed. */
    public void recordTeam() {
        log.appendAlone(look("search").mark("list", "team"));
    }

    /** Somebody is found, with their devices. */
    public void record(MdmUser person) {
        log.appendAlone(of(look("open-person"), person.id(), person.name())
                .subject(key(person.id()), person.name())
                .outcome("shown"));
    }

    /**
     * The page of another's request, which says much of their device, is opened. That is a record also of those who are to
     * decide about it: they keep that page for as long as the request is kept, and may be many, of whom one decides. What
     * waits in their inbox is none: it was put before them by asking, and whoever decided is on record with what they decided.
     * Nothing is put on record of what one asked for, or what was asked for about one's own.
     */
    public void record(Request request) {
        var person = signedIn.person();
        var self = users.lastSelf(person.id()).orElse(null);
        UserId owner = request.subject().owner();
        if (request.by().equals(person.id())
                || (self != null && (self.equals(owner) || self.equals(request.forUser())))) {
            return;
        }
        var look = look("open-request")
                .subject(request.subject().key(), request.subject().label())
                .request(request.id().value())
                .outcome("shown");
        log.appendAlone(
                owner == null ? look.onBehalfOf(request.by(), request.byName()) : of(look, owner, request.ownerName()));
    }

    private AuditEntry look(String action) {
        return AuditEntry.of(AuditKind.LOOK).by(signedIn.actor()).action(action);
    }

    private static AuditEntry of(AuditEntry look, @Nullable UserId owner, @Nullable String name) {
        return owner == null ? look : look.onBehalfOf(key(owner), name);
    }

    private static String key(UserId user) {
        return "user/" + user;
    }

    /** Whose it is, empty when it is nobody's or the MDM does not say. */
    public Optional<String> ownerName(Reached reached) {
        return Optional.ofNullable(reached.device().owner())
                .flatMap(users::find)
                .map(MdmUser::name);
    }
}
