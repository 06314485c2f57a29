package se.handtag.notifications;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.handtag.devices.MdmUser;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.Contacts;
import se.handtag.identity.Persons;
import se.handtag.mdm.UserId;
import se.handtag.notifications.Message.What;
import se.handtag.recovery.LostReport;
import se.handtag.recovery.LostReport.LostChanged;
import se.handtag.recovery.LostReports;

/**
 * Tells the owner and their manager that a device was reported lost, and the owner that it was found. Asks no MDM: a report
 * is told also while that is away; where nobody knows whose the device is, to IT.
 */
@Component
class LostNews {
    private final Post post;
    private final LostReports reports;
    private final MdmUsers users;
    private final Contacts contacts;
    private final Persons persons;
    private final Apart apart;

    LostNews(Post post, LostReports reports, MdmUsers users, Contacts contacts, Persons persons, Apart apart) {
        this.post = post;
        this.reports = reports;
        this.users = users;
        this.contacts = contacts;
        this.persons = persons;
        this.apart = apart;
    }

    @EventListener
    void on(LostChanged change) {
        apart.tell(change.label(), () -> tell(change));
    }

    private void tell(LostChanged change) {
        String owner = address(change);
        String label = change.label();
        String by = reports.about(change.device()).map(LostReport::reportedBy).orElse(null);
        String link = "device/" + change.device();
        if (owner == null) {
            if (by != null) {
                post.tell(new Recipient.It(), News.of(What.LOST, by, label, "lost-now"));
            }
            return;
        }
        if (by == null) {
            post.tell(new Recipient.Address(owner), News.of(What.FOUND, "", label, link));
            return;
        }
        post.tell(new Recipient.Address(owner), News.of(What.LOST, by, label, link));
        // Another's device is no device, for a manager, too: the message stands, and leads no further.
        persons.managerOf(owner)
                .ifPresentOrElse(
                        manager -> post.tell(new Recipient.Address(manager), News.of(What.LOST, by, label, "messages")),
                        // Whose manager nobody knows has IT to look after them.
                        () -> post.tell(new Recipient.It(), News.of(What.LOST, by, label, "lost-now")));
    }

    private @Nullable String address(LostChanged change) {
        UserId owner = change.owner();
        String known = owner == null
                ? null
                : users.lastKnown(owner).map(MdmUser::email).orElse(null);
        var person = change.ownerThemselves();
        return known != null || person == null
                ? known
                : contacts.of(person).map(Contacts.Contact::mail).orElse(null);
    }
}
