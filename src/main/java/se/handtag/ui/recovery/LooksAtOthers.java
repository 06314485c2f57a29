package se.handtag.ui.recovery;

import org.springframework.stereotype.Component;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.devices.MdmUser;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.SignedIn;
import se.handtag.requests.ReachableDevices.Reached;

/** Looking at another's device is put on record on the plain pages, too. */
@Component
class LooksAtOthers {
    private final MdmUsers users;
    private final SignedIn signedIn;
    private final AuditLog log;

    LooksAtOthers(MdmUsers users, SignedIn signedIn, AuditLog log) {
        this.users = users;
        this.signedIn = signedIn;
        this.log = log;
    }

    void record(Reached reached) {
        if (reached.own()) {
            return;
        }
        var device = reached.device();
        var owner = device.owner();
        var look = AuditEntry.of(AuditKind.LOOK).by(signedIn.actor());
        log.appendAlone((owner == null
                        ? look
                        : look.onBehalfOf(
                                "user/" + owner,
                                users.find(owner).map(MdmUser::name).orElse(null)))
                .device(device.id().value(), device.label())
                .action("open-device")
                .outcome("shown"));
    }
}
