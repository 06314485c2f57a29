package se.handtag.ui.manager;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.UUID;
import se.handtag.requests.RequestId;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;
import se.handtag.ui.words.LiveUpdates;

/**
 * What waits for the person's yes. A link may name a request by {@code ?request=}: the page then goes to it, and nothing
 * else happens.
 */
@Route(value = "approvals", layout = MainLayout.class)
@PermitAll
class InboxView extends Div implements Titled, AfterNavigationObserver {
    private final Desk desk;
    private final Deciding deciding;
    private final WaitingRequests waiting;
    private final DecidedRequests decided;
    private final Div news = new Div();
    private boolean decidingNow;
    private boolean arrived;

    InboxView(Desk desk, LiveUpdates updates) {
        this.desk = desk;
        deciding = new Deciding(desk, getLocale(), this::told);
        waiting = new WaitingRequests(
                new RequestCards(desk, getLocale(), deciding::approve, deciding::reject),
                same -> Alike.card(
                        same, desk.words().action(same.getFirst().action(), getLocale()), deciding::approveAll));
        decided = new DecidedRequests(desk);
        addClassName("stack");
        news.addClassName("stack");
        news.addClassName("decision-news");
        news.setVisible(false);
        var standIns = new RouterLink(getTranslation("manager.stand-in.title"), StandInsView.class);
        add(new PageHeader(title()).quiet(getTranslation("manager.quiet")).below(standIns), news, waiting, decided);
        updates.watch(this, this::refresh);
        refresh();
    }

    private void refresh() {
        var gone = waiting.show(desk.waiting());
        var undoable = deciding.undoable();
        if (undoable != null && !decidingNow) {
            desk.find(undoable).filter(deciding::isOver).ifPresent(request -> say(deciding.counts(request)));
        }
        decided.show(desk.decided());
        if (!decidingNow) {
            gone.stream()
                    .filter(id -> !id.equals(undoable))
                    .map(desk::find)
                    .flatMap(Optional::stream)
                    .forEach(request -> say(deciding.gone(request)));
        }
        var frame = findAncestor(MainLayout.class);
        if (frame != null && arrived) {
            frame.refreshNavigation();
        }
    }

    /** After a decision of this person's: its words take the place of older news. */
    private void told(Component words) {
        say(words);
        decidingNow = true;
        try {
            refresh();
        } finally {
            decidingNow = false;
        }
        news.getElement().executeJs("requestAnimationFrame(() => this.scrollIntoView({block: 'nearest'}))");
    }

    private void say(Component words) {
        news.removeAll();
        news.add(words);
        news.setVisible(true);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        arrived = true;
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("request")
                .flatMap(InboxView::id)
                .ifPresent(this::goTo);
    }

    private void goTo(RequestId id) {
        var card = waiting.getChildren()
                .filter(child -> child.getId().equals(Optional.of("request-" + id)))
                .findFirst();
        if (card.isPresent()) {
            card.get().getElement().executeJs("requestAnimationFrame(() => this.scrollIntoView({block: 'start'}))");
        } else {
            say(desk.find(id)
                    .map(deciding::gone)
                    .orElseGet(() -> Notice.warn(
                            getTranslation("manager.not-yours"), getTranslation("manager.not-yours.text"))));
        }
    }

    private static Optional<RequestId> id(String text) {
        try {
            return Optional.of(new RequestId(UUID.fromString(text)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    @Override
    public String title() {
        return getTranslation("manager.title");
    }
}
