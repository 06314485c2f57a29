package se.handtag.notifications;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.handtag.identity.Persons;
import se.handtag.notifications.Message.What;
import se.handtag.recovery.ColleagueReport.Reported;

/**
 * Tells the owner and their manager that somebody reported for them. Where nobody or several fit what the reporter wrote,
 * IT is told instead: it finds out whom they meant. The reporter learns nothing.
 */
@Component
class ColleagueNews {
    private final Post post;
    private final Persons persons;
    private final Apart apart;

    ColleagueNews(Post post, Persons persons, Apart apart) {
        this.post = post;
        this.persons = persons;
        this.apart = apart;
    }

    @EventListener
    void on(Reported report) {
        apart.tell("a report for a colleague", () -> tell(report));
    }

    private void tell(Reported report) {
        String address = report.ownerEmail();
        String owner = report.owner();
        if (owner == null) {
            post.tell(new Recipient.It(), News.of(What.LOST_FOR_NOBODY, report.byName(), report.whom(), "lost-now"));
            return;
        }
        if (address == null) {
            post.tell(new Recipient.It(), News.of(What.LOST_FOR, report.byName(), owner, "lost-now"));
            return;
        }
        var news = News.of(What.LOST_FOR, report.byName(), owner, "messages");
        post.tell(new Recipient.Address(address), news);
        // Whose manager nobody knows has IT to look after them.
        persons.managerOf(address)
                .ifPresentOrElse(
                        manager -> post.tell(new Recipient.Address(manager), news),
                        () -> post.tell(
                                new Recipient.It(), News.of(What.LOST_FOR, report.byName(), owner, "lost-now")));
    }
}
