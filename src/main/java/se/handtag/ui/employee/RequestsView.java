package se.handtag.ui.employee;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import se.handtag.identity.SignedIn;
import se.handtag.requests.Request;
import se.handtag.requests.Requests;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.EmptyState;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;
import se.handtag.ui.words.LiveUpdates;

/** What I have asked for, the newest first. */
@Route(value = "requests", layout = MainLayout.class)
@PermitAll
class RequestsView extends Div implements BeforeEnterObserver, Titled {
    private static final int AT_ONCE = 20;

    private final transient Requests requests;
    private final transient SignedIn signedIn;
    private final transient History history;
    private int shown = AT_ONCE;

    RequestsView(Requests requests, SignedIn signedIn, History history, LiveUpdates live) {
        this.requests = requests;
        this.signedIn = signedIn;
        this.history = history;
        addClassName("stack");
        live.watch(this, this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        shown = AT_ONCE;
        show();
    }

    private void show() {
        List<Request> mine = requests.of(signedIn.person());
        removeAll();
        add(new PageHeader(title()).quiet(getTranslation("employee.requests.quiet")));
        if (mine.isEmpty()) {
            add(new EmptyState(
                    Glyph.REQUESTS,
                    getTranslation("employee.requests.none.title"),
                    getTranslation("employee.requests.none.text"),
                    Buttons.link(getTranslation("employee.devices.title"), MyDevicesView.class),
                    Buttons.link(getTranslation("employee.apps.title"), AppsView.class)));
            return;
        }
        var card = new Card(getTranslation("employee.requests.newest"))
                .with(history.list(mine.stream().limit(shown).map(history::mine).toList()));
        if (mine.size() > shown) {
            card.actions(Buttons.quiet(getTranslation("employee.requests.more"), () -> {
                shown += AT_ONCE;
                show();
            }));
        }
        add(card);
    }

    @Override
    public String title() {
        return getTranslation("employee.requests.title");
    }
}
