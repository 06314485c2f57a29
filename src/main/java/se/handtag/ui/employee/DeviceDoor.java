package se.handtag.ui.employee;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.devices.MdmUser;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.SignedIn;
import se.handtag.mdm.DeviceId;
import se.handtag.requests.ReachableDevices;
import se.handtag.requests.ReachableDevices.Reached;

/** The way to a device's page. Opening another's is put on record, and so is trying what is out of reach. */
@Component
class DeviceDoor {
    private final ReachableDevices reachable;
    private final MdmUsers users;
    private final SignedIn signedIn;
    private final AuditLog log;

    DeviceDoor(ReachableDevices reachable, MdmUsers users, SignedIn signedIn, AuditLog log) {
        this.reachable = reachable;
        this.users = users;
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
            log.appendAlone(AuditEntry.of(AuditKind.REFUSED_ACCESS)
                    .by(actor)
                    .action("open-device")
                    .outcome("no such device")
                    .fact("asked", id.toString()));
        } else if (!found.get().own()) {
            var device = found.get().device();
            var owner = device.owner();
            var look = AuditEntry.of(AuditKind.LOOK).by(actor);
            log.appendAlone((owner == null
                            ? look
                            : look.onBehalfOf(
                                    "user/" + owner, ownerName(found.get()).orElse(null)))
                    .device(device.id().value(), device.label())
                    .action("open-device")
                    .outcome("shown"));
        }
        return found;
    }

    /** Whose it is, empty when it is nobody's or the MDM does not say. */
    Optional<String> ownerName(Reached reached) {
        return Optional.ofNullable(reached.device().owner())
                .flatMap(users::find)
                .map(MdmUser::name);
    }
}
