package se.handtag.ui.employee;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.handtag.identity.SignedIn;
import se.handtag.requests.Request;
import se.handtag.requests.RequestId;
import se.handtag.requests.Requests;
import se.handtag.ui.kit.Ladder;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;
import se.handtag.ui.words.Hint;
import se.handtag.ui.words.LiveUpdates;

/** One request: how far it has come, step by step as it happens, and what it is about. */
@Route(value = "request/:id", layout = MainLayout.class)
@PermitAll
class RequestView extends Div implements BeforeEnterObserver, Titled {
    private final transient Requests requests;
    private final transient SignedIn signedIn;
    private final transient RequestParts parts;
    private @Nullable RequestId id;
    private String title = "";
    private final transient LiveUpdates.Watch watch;
    private @Nullable Ladder ladder;
    private final Div head = new Div();
    private final Div steps = new Div();
    private final Div about = new Div();

    RequestView(Requests requests, SignedIn signedIn, RequestParts parts, LiveUpdates live) {
        this.requests = requests;
        this.signedIn = signedIn;
        this.parts = parts;
        addClassName("stack");
        watch = live.watch(this, () -> find().ifPresent(this::show));
    }

    static RouteParameters parameters(RequestId id) {
        return new RouteParameters("id", id.toString());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters()
                .get("id")
                .flatMap(RequestView::uuid)
                .map(RequestId::new)
                .orElse(null);
        var found = find();
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        ladder = null;
        removeAll();
        add(head, Rows.two(steps, about));
        show(found.get());
    }

    private Optional<Request> find() {
        return id == null ? Optional.empty() : requests.find(signedIn.person(), id);
    }

    private void show(Request request) {
        watch.only(Set.of(Hint.request(request.id())));
        title = parts.title(request);
        boolean own = request.by().equals(signedIn.person().id());
        head.removeAll();
        var header = new PageHeader(title)
                .back(getTranslation(own ? "employee.requests.title" : "employee.devices.title"), back(own))
                .below(new Span(parts.about(request)), parts.chip(request));
        if (own && parts.canTakeBack(request)) {
            header.actions(parts.withdraw(request));
        }
        head.add(header);
        parts.held(request).ifPresent(head::add);
        if (ladder == null) {
            ladder = parts.ladder(request);
            steps.removeAll();
            steps.add(parts.stepsCard(request, ladder));
        } else {
            ladder.show(parts.steps(request));
        }
        about.removeAll();
        about.addClassName("stack");
        about.add(parts.facts(request));
        parts.because(request).ifPresent(about::add);
    }

    private static Class<? extends Component> back(boolean own) {
        return own ? RequestsView.class : MyDevicesView.class;
    }

    static Optional<UUID> uuid(String text) {
        try {
            var uuid = UUID.fromString(text);
            return uuid.toString().equalsIgnoreCase(text) ? Optional.of(uuid) : Optional.empty();
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    @Override
    public String title() {
        return title;
    }
}
