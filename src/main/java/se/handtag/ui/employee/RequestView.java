package se.handtag.ui.employee;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
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
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.Skeleton;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;
import se.handtag.ui.words.Hint;
import se.handtag.ui.words.LiveUpdates;
import se.handtag.ui.words.LooksAtOthers;
import se.handtag.ui.words.Opening;
import se.handtag.ui.words.Reading;
import se.handtag.ui.words.Readings;

/** One request: how far it has come, step by step as it happens, and what it is about. */
@Route(value = "request/:id", layout = MainLayout.class)
@PermitAll
class RequestView extends Div implements BeforeEnterObserver, Titled {
    private final transient Requests requests;
    private final transient SignedIn signedIn;
    private final transient LooksAtOthers looks;
    private final transient RequestParts parts;
    private final transient Reading reading;
    private transient volatile @Nullable Opening<RequestId> opening;
    private String title = "";
    private final transient LiveUpdates.Watch watch;
    private volatile @Nullable RequestHead head;
    private volatile @Nullable Ladder ladder;
    private transient RequestParts.@Nullable Besides shown;
    private final Div steps = new Div();
    private final Div about = Rows.stack();

    RequestView(
            Requests requests,
            SignedIn signedIn,
            LooksAtOthers looks,
            RequestParts parts,
            LiveUpdates live,
            Readings readings) {
        this.requests = requests;
        this.signedIn = signedIn;
        this.looks = looks;
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
        var opened = event.getRouteParameters()
                .get("id")
                .flatMap(RequestView::uuid)
                .map(RequestId::new)
                .map(Opening::new)
                .orElse(null);
        opening = opened;
        title = getTranslation("employee.request.title");
        ladder = null;
        shown = null;
        removeAll();
        var top = new RequestHead(title, parts);
        head = top;
        add(top);
        reading.open(
                () -> Skeleton.cards(2),
                "employee.reading.request",
                () -> find(opened)
                        .map(request -> all(request, top))
                        .orElse(() -> title = reading.notFound(event, top.header())));
    }

    private Runnable changed() {
        RequestHead top = head;
        return top == null
                ? () -> {}
                : find(opening).map(request -> all(request, top)).orElse(() -> {});
    }

    private Optional<Request> find(@Nullable Opening<RequestId> opened) {
        return opened == null
                ? Optional.empty()
                : opened.find(
                        id -> requests.find(signedIn.person(), id),
                        looks::record,
                        id -> looks.recordRefused("open-request", "request", id));
    }

    private Runnable all(Request request, RequestHead top) {
        Runnable drawHead =
                top.show(request, request.by().equals(signedIn.person().id()));
        Runnable drawSteps = steps(request);
        Runnable drawAbout = about(request);
        return () -> {
            watch.only(Set.of(Hint.request(request.id())));
            title = parts.title(request);
            drawHead.run();
            drawSteps.run();
            drawAbout.run();
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

    private Runnable about(Request request) {
        var besides = parts.besides(request);
        var facts = parts.facts(request, besides);
        var because = parts.because(besides);
        return () -> {
            if (!besides.equals(shown)) {
                shown = besides;
                about.removeAll();
                about.add(facts);
                because.ifPresent(about::add);
            }
        };
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
