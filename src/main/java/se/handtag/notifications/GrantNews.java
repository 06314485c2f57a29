package se.handtag.notifications;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.handtag.grants.Grant.GrantEnded;
import se.handtag.grants.Grant.GrantEnds;
import se.handtag.notifications.Message.What;
import se.handtag.requests.Request;
import se.handtag.requests.RequestLookup;

/** Tells people that what they were given for a time ends, inside the transaction in which that was noted. */
@Component
class GrantNews {
    private final Post post;
    private final RequestLookup requests;

    GrantNews(Post post, RequestLookup requests) {
        this.post = post;
        this.requests = requests;
    }

    @EventListener
    void on(GrantEnds ends) {
        Request request = requests.get(ends.request());
        post.tell(new Recipient.One(ends.by()), News.of(request, What.GRANT_ENDS, request.byName()));
    }

    @EventListener
    void on(GrantEnded ended) {
        Request request = requests.get(ended.request());
        if (ended.takenBack()) {
            post.tell(new Recipient.One(ended.by()), News.of(request, What.GRANT_ENDED, request.byName()));
        } else {
            post.tell(new Recipient.It(), News.of(request, What.GRANT_STUCK, request.byName()));
        }
    }
}
