package se.handtag.ui.administration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.devices.Fleet;
import se.handtag.devices.FleetDevice;
import se.handtag.devices.MdmUser;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.Actor;
import se.handtag.mdm.UserId;

/** Finds devices for IT and the help desk. That somebody searched, and for what, is on record before it is looked for. */
@Component
class DeviceSearch {
    /** More than one looks through; the search narrows by another word. */
    static final int MOST = 50;

    private final Fleet fleet;
    private final MdmUsers users;
    private final AuditLog log;

    DeviceSearch(Fleet fleet, MdmUsers users, AuditLog log) {
        this.fleet = fleet;
        this.users = users;
        this.log = log;
    }

    /**
     * A device that was found.
     *
     * @param owner the name of the MDM user it belongs to, null when there is none or it is not known
     */
    record Found(FleetDevice device, @Nullable String owner) {}

    /** Puts on record that the actor searches. */
    void note(Actor actor, String text) {
        log.appendAlone(AuditEntry.of(AuditKind.LOOK).by(actor).action("search").fact("text", text));
    }

    /** May take a while. @throws se.handtag.mdm.MdmException when the MDM cannot be asked */
    List<Found> find(String text) {
        Map<UserId, String> names = new HashMap<>();
        List<Found> found = new ArrayList<>();
        for (var device : fleet.search(text, MOST)) {
            var owner = device.owner();
            var name = owner == null
                    ? null
                    : names.computeIfAbsent(
                            owner, id -> users.find(id).map(MdmUser::name).orElse(""));
            found.add(new Found(device, name));
        }
        return found;
    }
}
