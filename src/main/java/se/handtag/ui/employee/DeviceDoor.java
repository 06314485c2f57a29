package se.handtag.ui.employee;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditLog;
import se.handtag.identity.SignedIn;
import se.handtag.mdm.DeviceId;
import se.handtag.requests.ReachableDevices;
import se.handtag.requests.ReachableDevices.Reached;
import se.handtag.ui.words.LooksAtOthers;

/** The way to a device's page. Opening another's is put on record, and so is trying what is out of reach. */
@Component
class DeviceDoor {
    private final ReachableDevices reachable;
    private final LooksAtOthers looks;
    private final SignedIn signedIn;
    private final AuditLog log;

    DeviceDoor(ReachableDevices reachable, LooksAtOthers looks, SignedIn signedIn, AuditLog log) {
        this.reachable = reachable;
        this.looks = looks;
        this.signedIn = signedIn;
        this.log = log;
    }

    /**
     * The device, empty when there is none or it is out of the person's reach.
     *
     * @throws se.handtag.mdm.MdmException when the MDM cannot be asked and nothing is known
     */
    Optional<Reached> open(DeviceId id) {
        var actor = signedIn.actor();
        Optional<Reached> found = reachable.find(actor.person(), id);
        if (found.isEmpty()) {
            log.appendAlone(AuditEntry.refused(actor, "open-device", "device", id));
        }
        found.ifPresent(looks::record);
        return found;
    }

    /** Whose it is, empty when it is nobody's or the MDM does not say. */
    Optional<String> ownerName(Reached reached) {
        return looks.ownerName(reached);
    }
}
