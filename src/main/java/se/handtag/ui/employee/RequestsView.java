package se.handtag.ui.employee;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.handtag.identity.SignedIn;
import se.handtag.requests.Request;
import se.handtag.requests.Requests;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.EmptyState;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.PageHeader;
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
    private final transient History history;
    private final transient Reading reading;
    private int shown = AT_ONCE;
    private @Nullable Component list;

    RequestsView(Requests requests, SignedIn signedIn, History history, LiveUpdates live, Readings readings) {
        this.requests = requests;
        this.signedIn = signedIn;
        this.history = history;
        addClassName("stack");
        reading = readings.of(this);
        live.watch(this, this::again);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        shown = AT_ONCE;
        list = null;
        removeAll();
        add(new PageHeader(title()).quiet(getTranslation("employee.requests.quiet")));
        reading.open(() -> Skeleton.lines(8), "employee.reading.requests", () -> read(AT_ONCE));
    }

    private void again() {
        int most = shown;
        reading.again(() -> read(most));
    }

    private Runnable read(int most) {
        List<Request> mine = requests.of(signedIn.person());
        Component drawn = mine.isEmpty() ? nothing() : newest(mine, most);
        return () -> {
            if (list != null) {
                remove(list);
            }
            list = drawn;
            add(drawn);
        };
    }

    private Component nothing() {
        return new EmptyState(
                Glyph.REQUESTS,
                getTranslation("employee.requests.none.title"),
                getTranslation("employee.requests.none.text"),
                Buttons.link(getTranslation("employee.devices.title"), MyDevicesView.class),
                Buttons.link(getTranslation("employee.apps.title"), AppsView.class));
    }

    private Component newest(List<Request> mine, int most) {
        var card = new Card(getTranslation("employee.requests.newest"))
                .with(history.list(mine.stream().limit(most).map(history::mine).toList()));
        if (mine.size() > most) {
            card.actions(Buttons.quiet(getTranslation("employee.requests.more"), () -> {
                shown += AT_ONCE;
                again();
            }));
        }
        return card;
    }

    @Override
    public String title() {
        return getTranslation("employee.requests.title");
    }
}
