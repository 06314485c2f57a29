package se.handtag.ui.employee;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;
import se.handtag.identity.SignedIn;
import se.handtag.requests.Request;
import se.handtag.requests.Requests;
import se.handtag.ui.kit.Announcer;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.EmptyState;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.Kept;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.Skeleton;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;
import se.handtag.ui.words.LiveUpdates;
import se.handtag.ui.words.Reading;
import se.handtag.ui.words.Readings;

/** What I have asked for, the newest first. */
@Route(value = "requests", layout = MainLayout.class)
@PermitAll
class RequestsView extends Div implements BeforeEnterObserver, Titled {
    private static final int AT_ONCE = 20;

    private final transient Requests requests;
    private final transient SignedIn signedIn;
    private final transient MyFleet fleet;
    private final transient History history;
    private final transient Reading reading;
    private final transient LiveUpdates.Watch watch;
    private final Div list = new Div();
    private final HistoryList lines;
    private final Div more;
    private final Card card;
    private final EmptyState nothing;
    private final Announcer announcer = new Announcer();
    private int shown = AT_ONCE;

    RequestsView(
            Requests requests, SignedIn signedIn, MyFleet fleet, History history, LiveUpdates live, Readings readings) {
        this.requests = requests;
        this.signedIn = signedIn;
        this.fleet = fleet;
        this.history = history;
        addClassName("stack");
        lines = history.list();
        more = Rows.actions(Buttons.quiet(getTranslation("employee.requests.more"), () -> {
            shown += AT_ONCE;
            again();
        }));
        card = new Card(getTranslation("employee.requests.newest")).with(lines, more);
        nothing = nothing();
        reading = readings.of(this);
        watch = live.watch(this, this::again);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        shown = AT_ONCE;
        list.removeAll();
        removeAll();
        add(new PageHeader(title()).quiet(getTranslation("employee.requests.quiet")), list, announcer);
        reading.open(() -> Skeleton.lines(8), "employee.reading.requests", () -> read(AT_ONCE));
    }

    private void again() {
        int most = shown;
        reading.again(() -> read(most));
    }

    private Runnable read(int most) {
        Set<String> keys = fleet.keys();
        List<Request> mine = requests.of(signedIn.person());
        List<History.Line> newest = mine.stream().limit(most).map(history::mine).toList();
        return () -> {
            watch.only(keys);
            show(newest, mine.size() > most);
        };
    }

    private void show(List<History.Line> newest, boolean isMore) {
        more.setVisible(isMore);
        announcer.tell(List.of(lines.show(newest)));
        Kept.show(list, List.of(newest.isEmpty() ? nothing : card));
    }

    private EmptyState nothing() {
        return new EmptyState(
                Glyph.REQUESTS,
                getTranslation("employee.requests.none.title"),
                getTranslation("employee.requests.none.text"),
                Buttons.link(getTranslation("employee.devices.title"), MyDevicesView.class),
                Buttons.link(getTranslation("employee.apps.title"), AppsView.class));
    }

    @Override
    public String title() {
        return getTranslation("employee.requests.title");
    }
}
