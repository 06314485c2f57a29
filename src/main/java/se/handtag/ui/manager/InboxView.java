package se.handtag.ui.manager;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.handtag.requests.Request;
import se.handtag.requests.RequestId;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Skeleton;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;
import se.handtag.ui.words.LiveUpdates;
import se.handtag.ui.words.Reading;
import se.handtag.ui.words.Readings;

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
    private final Reading reading;
    private final Div news = new Div();

    /** How many decisions were told of here, and how many of them the cards show: what the others take away is no news. */
    private volatile int decisions;

    private volatile int shown;

    private boolean arrived;
    private @Nullable RequestId wanted;

    InboxView(Desk desk, LiveUpdates updates, Readings readings) {
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
        add(new PageHeader(title()).quiet(getTranslation("manager.quiet")).below(standIns), news);
        reading = readings.of(this);
        updates.watch(this, this::refresh);
        reading.open(() -> Skeleton.cards(2), "manager.reading.inbox", () -> {
            Runnable first = read(null);
            return () -> {
                add(waiting, decided);
                first.run();
                goToWanted();
            };
        });
    }

    private void refresh() {
        RequestId undoable = deciding.undoable();
        reading.again(() -> read(undoable));
    }

    private Runnable read(@Nullable RequestId undoable) {
        int begun = decisions;
        boolean quiet = begun != shown;
        var all = desk.waiting();
        var drawn = waiting.draw(all);
        var byMe = desk.decided();
        Optional<Request> undone =
                quiet ? Optional.empty() : Optional.ofNullable(undoable).flatMap(desk::find);
        List<Request> gone = quiet
                ? List.of()
                : waiting.gone(all).stream()
                        .filter(id -> !id.equals(undoable))
                        .map(desk::find)
                        .flatMap(Optional::stream)
                        .toList();
        return () -> {
            waiting.show(drawn);
            decided.show(byMe);
            if (begun == decisions) {
                undone.filter(deciding::isOver).ifPresent(request -> say(deciding.counts(request)));
                gone.forEach(request -> say(deciding.gone(request)));
            }
            shown = begun;
            var frame = findAncestor(MainLayout.class);
            if (frame != null && arrived) {
                frame.refreshNavigation();
            }
        };
    }

    /** After a decision of this person's: its words take the place of older news. */
    private void told(Component words) {
        say(words);
        int now = decisions + 1;
        decisions = now;
        refresh();
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
        wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("request")
                .flatMap(InboxView::id)
                .orElse(null);
        if (waiting.isShown()) {
            goToWanted();
        }
    }

    private void goToWanted() {
        if (wanted != null) {
            goTo(wanted);
            wanted = null;
        }
    }

    private void goTo(RequestId id) {
        var card = waiting.getChildren()
                .filter(child -> child.getId().equals(Optional.of("request-" + id)))
                .findFirst();
        if (card.isPresent()) {
            card.get().getElement().executeJs("requestAnimationFrame(() => this.scrollIntoView({block: 'start'}))");
        } else {
            say(desk.open(id)
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
