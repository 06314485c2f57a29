package se.handtag.ui.manager;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.handtag.commands.Command;
import se.handtag.commands.CommandId;
import se.handtag.commands.Holds;
import se.handtag.identity.SignedIn;
import se.handtag.ui.kit.Ladder;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Skeleton;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;
import se.handtag.ui.words.HeldNotices;
import se.handtag.ui.words.Hint;
import se.handtag.ui.words.LiveUpdates;
import se.handtag.ui.words.LooksAtOthers;
import se.handtag.ui.words.Opening;
import se.handtag.ui.words.Reading;
import se.handtag.ui.words.Readings;
import se.handtag.ui.words.RequestSteps;
import se.handtag.ui.words.StateChip;
import se.handtag.ui.words.Words;

/**
 * What is about to happen to somebody's device, and the press that calls it off: where the news of it leads whoever may. To
 * everybody else there is no such page.
 */
@Route(value = "call-off/:id", layout = MainLayout.class)
@PermitAll
class CallOffView extends Div implements BeforeEnterObserver, Titled {
    private final transient Holds holds;
    private final transient HeldNotices notices;
    private final transient SignedIn signedIn;
    private final transient LooksAtOthers looks;
    private final transient Words words;
    private final transient Clock clock;
    private final transient Reading reading;
    private transient volatile @Nullable Opening<CommandId> opening;
    private String title = "";
    private final transient LiveUpdates.Watch watch;

    CallOffView(
            Holds holds,
            HeldNotices notices,
            SignedIn signedIn,
            LooksAtOthers looks,
            Words words,
            Clock clock,
            LiveUpdates updates,
            Readings readings) {
        this.holds = holds;
        this.notices = notices;
        this.signedIn = signedIn;
        this.looks = looks;
        this.words = words;
        this.clock = clock;
        addClassName("stack");
        reading = readings.of(this);
        watch = updates.watch(this, () -> reading.again(this::changed));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var opened = event.getRouteParameters()
                .get("id")
                .flatMap(CallOffView::id)
                .map(Opening::new)
                .orElse(null);
        opening = opened;
        title = getTranslation("manager.call-off.title");
        var head = head();
        reading.open(
                () -> Skeleton.cards(1),
                "manager.reading.call-off",
                () -> find(opened)
                        .map(command -> all(command, () -> head))
                        .orElse(() -> title = reading.notFound(event, head)));
    }

    private PageHeader head() {
        removeAll();
        var head = new PageHeader(title);
        add(head);
        return head;
    }

    private Runnable changed() {
        return find(opening).map(command -> all(command, this::head)).orElse(() -> {});
    }

    private Optional<Command> find(@Nullable Opening<CommandId> opened) {
        return opened == null
                ? Optional.empty()
                : opened.find(
                        id -> holds.find(signedIn.person(), id),
                        looks::record,
                        id -> looks.recordRefused("open-command", "command", id));
    }

    private Runnable all(Command command, Supplier<PageHeader> head) {
        var notice = notices.of(List.of(command))
                .map(HeldNotices.Told::notice)
                .orElseGet(() -> Notice.info(
                        getTranslation("manager.call-off.over"), getTranslation("manager.call-off.over.text")));
        var ladder = new Ladder(
                getTranslation("manager.call-off.so-far"), RequestSteps.of(command, words, getLocale(), clock));
        return () -> {
            watch.only(Set.of(Hint.command(command.id())));
            title = words.action(command.action(), getLocale()) + ": "
                    + command.subject().label();
            var top = head.get();
            top.setTitle(title);
            top.quiet(getTranslation("manager.call-off.by", command.byName()))
                    .below(StateChip.of(command.state(), words, getLocale()));
            add(notice, ladder);
        };
    }

    private static Optional<CommandId> id(String text) {
        try {
            return Optional.of(new CommandId(UUID.fromString(text)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    @Override
    public String title() {
        return title;
    }
}
