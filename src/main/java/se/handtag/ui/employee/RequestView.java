package se.handtag.ui.employee;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.handtag.identity.SignedIn;
import se.handtag.requests.Request;
import se.handtag.requests.RequestId;
import se.handtag.requests.Requests;
import se.handtag.ui.kit.Ladder;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.Skeleton;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;
import se.handtag.ui.words.Hint;
import se.handtag.ui.words.LiveUpdates;
import se.handtag.ui.words.Reading;
import se.handtag.ui.words.Readings;

/** One request: how far it has come, step by step as it happens, and what it is about. */
@Route(value = "request/:id", layout = MainLayout.class)
@PermitAll
class RequestView extends Div implements BeforeEnterObserver, Titled {
    private final transient Requests requests;
    private final transient SignedIn signedIn;
    private final transient RequestParts parts;
    private final transient Reading reading;
    private @Nullable RequestId id;
    private String title = "";
    private final transient LiveUpdates.Watch watch;
    private volatile @Nullable Ladder ladder;
    private final Div head = new Div();
    private final Div steps = new Div();
    private final Div about = new Div();

    RequestView(Requests requests, SignedIn signedIn, RequestParts parts, LiveUpdates live, Readings readings) {
        this.requests = requests;
        this.signedIn = signedIn;
        this.parts = parts;
        addClassName("stack");
        reading = readings.of(this);
        watch = live.watch(this, () -> reading.again(this::changed));
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
        title = getTranslation("employee.request.title");
        ladder = null;
        removeAll();
        var header = header();
        add(head);
        reading.open(
                () -> Skeleton.cards(2),
                "employee.reading.request",
                () -> find().map(request -> all(request, () -> header))
                        .orElse(() -> title = reading.notFound(event, header)));
    }

    private PageHeader header() {
        var header = new PageHeader(title);
        head.removeAll();
        head.add(header);
        return header;
    }

    private Runnable changed() {
        return find().map(request -> all(request, this::header)).orElse(() -> {});
    }

    private Optional<Request> find() {
        return id == null ? Optional.empty() : requests.find(signedIn.person(), id);
    }

    private Runnable all(Request request, Supplier<PageHeader> header) {
        boolean own = request.by().equals(signedIn.person().id());
        boolean withdrawable = own && parts.canTakeBack(request);
        var chip = parts.chip(request);
        var held = parts.held(request);
        Runnable drawSteps = steps(request);
        var facts = parts.facts(request);
        var because = parts.because(request);
        return () -> {
            watch.only(Set.of(Hint.request(request.id())));
            title = parts.title(request);
            var top = header.get();
            top.setTitle(title);
            top.back(getTranslation(own ? "employee.requests.title" : "employee.devices.title"), back(own))
                    .below(new Span(parts.about(request)), chip);
            if (withdrawable) {
                top.actions(parts.withdraw(request));
            }
            held.ifPresent(head::add);
            drawSteps.run();
            about.removeAll();
            about.addClassName("stack");
            about.add(facts);
            because.ifPresent(about::add);
        };
    }

    private Runnable steps(Request request) {
        Ladder before = ladder;
        var now = parts.steps(request);
        if (before != null) {
            return () -> before.show(now);
        }
        var first = new Ladder(parts.title(request), now);
        var card = parts.stepsCard(request, first);
        return () -> {
            ladder = first;
            steps.removeAll();
            steps.add(card);
            add(Rows.two(steps, about));
        };
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
