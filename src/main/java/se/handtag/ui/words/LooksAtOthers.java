package se.handtag.ui.words;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.devices.MdmUser;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.SignedIn;
import se.handtag.requests.ReachableDevices.Reached;

/** Puts on record that somebody looked at another's device, on whichever page. */
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
        if (reached.own()) {
            return;
        }
        var device = reached.device();
        var owner = device.owner();
        var look = AuditEntry.of(AuditKind.LOOK).by(signedIn.actor());
        log.appendAlone((owner == null
                        ? look
                        : look.onBehalfOf("user/" + owner, ownerName(reached).orElse(null)))
                .device(device.id().value(), device.label())
                .action("open-device")
                .outcome("shown"));
    }

    /** Somebody's own team is listed. */
    public void recordTeam() {
        log.appendAlone(AuditEntry.of(AuditKind.LOOK)
                .by(signedIn.actor())
                .action("search")
                .mark("list", "team"));
    }

    /** Somebody of the team is found, with their devices. */
    public void record(MdmUser member) {
        String key = "user/" + member.id();
        log.appendAlone(AuditEntry.of(AuditKind.LOOK)
                .by(signedIn.actor())
                .subject(key, member.name())
                .onBehalfOf(key, member.name())
                .action("open-person")
                .outcome("shown"));
    }

    /** Whose it is, empty when it is nobody's or the MDM does not say. */
    public Optional<String> ownerName(Reached reached) {
        return Optional.ofNullable(reached.device().owner())
                .flatMap(users::find)
                .map(MdmUser::name);
    }
}
