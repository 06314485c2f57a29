package se.handtag.notifications;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.handtag.devices.MdmUser;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.Contacts;
import se.handtag.notifications.Message.What;
import se.handtag.policy.ActionKind;
import se.handtag.policy.Stage;
import se.handtag.requests.Delegation;
import se.handtag.requests.Delegation.Change;
import se.handtag.requests.Delegation.DelegationChanged;
import se.handtag.requests.Delegations;
import se.handtag.requests.Request;
import se.handtag.requests.Request.RequestChanged;
import se.handtag.requests.Request.RequestPassedOn;
import se.handtag.requests.Request.RequestReminded;
import se.handtag.requests.RequestLookup;

/** Tells people what became of requests, inside the transaction in which it did. */
@Component
class RequestNews {
    private final Post post;
    private final RequestLookup requests;
    private final Delegations delegations;
    private final MdmUsers users;
    private final Contacts contacts;

    RequestNews(Post post, RequestLookup requests, Delegations delegations, MdmUsers users, Contacts contacts) {
        this.post = post;
        this.requests = requests;
        this.delegations = delegations;
        this.users = users;
        this.contacts = contacts;
    }

    @EventListener
    void on(RequestChanged change) {
        Request request = requests.get(change.request());
        switch (change.state()) {
            case WAITING -> {
                boolean offered = request.action().kind() == ActionKind.HAND_OVER
                        && request.stages().getFirst() instanceof Stage.Receiver
                        && request.stage() == 0;
                toDeciders(request, offered ? What.OFFERED : What.TO_DECIDE, request.approverAddresses(), request.it());
                if (request.decisions().isEmpty()) {
                    toWhomItIsFor(request);
                }
            }
            // What needed nobody's yes is no news to whoever asked for it.
            case APPROVED, REJECTED -> {
                if (request.decisions().isEmpty()) {
                    toWhomItIsFor(request);
                } else {
                    var last = request.decisions().getLast();
                    What what = change.state() == Request.State.APPROVED ? What.APPROVED : What.REJECTED;
                    post.tell(
                            requester(request),
                            News.of(request, what, last.byName()).saying(last.comment()));
                }
            }
            case EXPIRED -> post.tell(requester(request), News.of(request, What.EXPIRED, request.byName()));
            case WITHDRAWN -> {
                if (request.executeBy() == null) {
                    toDeciders(request, What.WITHDRAWN, request.approverAddresses(), request.it());
                }
            }
        }
    }

    @EventListener
    void on(RequestReminded reminded) {
        Request request = requests.get(reminded.request());
        toDeciders(request, What.REMINDED, reminded.addresses(), reminded.it());
        post.tell(requester(request), News.of(request, What.STILL_WAITING, request.byName()));
    }

    @EventListener
    void on(RequestPassedOn passed) {
        Request request = requests.get(passed.request());
        toDeciders(request, passed.moved() ? What.MOVED_TO_YOU : What.PASSED_TO_YOU, passed.addresses(), passed.it());
        post.tell(
                requester(request),
                News.of(request, passed.moved() ? What.MOVED_ON : What.PASSED_ON, request.byName()));
    }

    @EventListener
    void on(DelegationChanged change) {
        String giver = contacts.of(change.from()).map(Contacts.Contact::name).orElse("");
        if (!giver.isEmpty()) {
            post.tell(
                    new Recipient.Address(change.toAddress()),
                    News.of(
                            change.change() == Change.NAMED ? What.STAND_IN : What.STAND_IN_ENDED,
                            giver,
                            "",
                            "approvals"));
        }
        switch (change.change()) {
            case NAMED, ENDED -> {}
            case ENDED_BY_IT -> toGiver(change, What.YOUR_STAND_IN_ENDED);
            case LAPSED -> toGiver(change, What.YOUR_STAND_IN_LAPSED);
        }
    }

    private void toGiver(DelegationChanged change, What what) {
        post.tell(new Recipient.One(change.from()), News.of(what, change.toName(), "", "approvals/stand-ins"));
    }

    /** Those who are asked, and whoever stands in for them. */
    private void toDeciders(Request request, What what, Set<String> addresses, boolean it) {
        Set<String> all = new TreeSet<>(addresses);
        delegations.from(addresses, request.action().kind()).stream()
                .map(Delegation::toAddress)
                .forEach(all::add);
        News news = News.toDecide(request, what);
        all.forEach(address -> post.tell(new Recipient.Address(address), news));
        if (it) {
            post.tell(new Recipient.It(), news);
        }
    }

    private void toWhomItIsFor(Request request) {
        var user = request.forUser();
        if (user != null && !user.equals(request.self())) {
            users.find(user)
                    .map(MdmUser::email)
                    .ifPresent(address -> post.tell(
                            new Recipient.Address(address), News.of(request, What.ASKED_FOR_YOU, request.byName())));
        }
    }

    private static Recipient requester(Request request) {
        return new Recipient.One(request.by());
    }
}
