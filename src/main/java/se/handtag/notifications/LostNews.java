package se.handtag.notifications;

import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.handtag.devices.Fleet;
import se.handtag.devices.FleetDevice;
import se.handtag.devices.MdmUser;
import se.handtag.devices.MdmUsers;
import se.handtag.devices.Picture;
import se.handtag.identity.Persons;
import se.handtag.mdm.MdmException;
import se.handtag.notifications.Message.What;
import se.handtag.recovery.LostReport;
import se.handtag.recovery.LostReport.LostChanged;
import se.handtag.recovery.LostReports;

/** Tells the owner and their manager that a device was reported lost, and the owner that it was found. */
@Component
class LostNews {
    private final Post post;
    private final LostReports reports;
    private final Fleet fleet;
    private final MdmUsers users;
    private final Persons persons;

    LostNews(Post post, LostReports reports, Fleet fleet, MdmUsers users, Persons persons) {
        this.post = post;
        this.reports = reports;
        this.fleet = fleet;
        this.users = users;
        this.persons = persons;
    }

    @EventListener
    void on(LostChanged change) {
        var device = device(change);
        String owner = device.map(FleetDevice::owner)
                .flatMap(users::find)
                .map(MdmUser::email)
                .orElse(null);
        if (device.isEmpty() || owner == null) {
            return;
        }
        String label = device.get().label();
        String link = "device/" + change.device();
        String by = reports.about(change.device()).map(LostReport::reportedBy).orElse(null);
        if (by == null) {
            post.tell(new Recipient.Address(owner), News.of(What.FOUND, "", label, link));
            return;
        }
        post.tell(new Recipient.Address(owner), News.of(What.LOST, by, label, link));
        // Another's device is no device, for a manager, too: the message stands, and leads no further.
        persons.managerOf(owner)
                .ifPresent(manager ->
                        post.tell(new Recipient.Address(manager), News.of(What.LOST, by, label, "messages")));
    }

    /** A report stands whether or not the MDM can be reached, and so nobody may be told. */
    private Optional<FleetDevice> device(LostChanged change) {
        try {
            return fleet.any(change.device()).map(Picture::value);
        } catch (MdmException away) {
            return Optional.empty();
        }
    }
}
