package se.handtag.ui.administration;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.handtag.commands.Limits;
import se.handtag.commands.StopSwitch;
import se.handtag.identity.Role;
import se.handtag.identity.SignedIn;
import se.handtag.identity.Stays;
import se.handtag.policy.ActionKind;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Chip;
import se.handtag.ui.kit.Confirmation;
import se.handtag.ui.kit.FactsList;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.TimeText;
import se.handtag.ui.kit.Toast;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;
import se.handtag.ui.words.LiveUpdates;
import se.handtag.ui.words.Words;

/** The switch for everything that destroys, and how much may be sent. */
@Route(value = "stop", layout = MainLayout.class)
@RolesAllowed(Role.IT_NAME)
class StopView extends Div implements Titled {
    private final transient StopSwitch stop;
    private final transient Limits limits;
    private final transient SignedIn signedIn;
    private final transient Words words;
    private final transient Clock clock;
    private final Div switchPart = new Div();
    private transient StopSwitch.@Nullable Stop shown;
    private boolean drawn;

    StopView(
            StopSwitch stop,
            Limits limits,
            Stays stays,
            SignedIn signedIn,
            Words words,
            Clock clock,
            LiveUpdates updates) {
        this.stop = stop;
        this.limits = limits;
        this.signedIn = signedIn;
        this.words = words;
        this.clock = clock;
        addClassName("stack");
        add(
                new PageHeader(title()).quiet(getTranslation("administration.stop.quiet")),
                switchPart,
                limits(),
                new EverybodyOutCard(stays, signedIn));
        updates.watch(this, this::refresh);
        refresh();
    }

    private void refresh() {
        Optional<StopSwitch.Stop> now = stop.now();
        if (drawn && now.equals(Optional.ofNullable(shown))) {
            return;
        }
        drawn = true;
        shown = now.orElse(null);
        switchPart.removeAll();
        switchPart.add(now.map(this::stopped).orElseGet(this::running));
    }

    private Card running() {
        return new Card(getTranslation("administration.stop.running"))
                .quiet(getTranslation("administration.stop.running.text"))
                .beside(Chip.ok(getTranslation("administration.stop.chip.running")))
                .actions(Buttons.danger(getTranslation("administration.stop.stop"), this::ask));
    }

    private Card stopped(StopSwitch.Stop now) {
        var facts = new FactsList()
                .fact(getTranslation("administration.stop.by"), now.byName())
                .fact(getTranslation("administration.stop.at"), TimeText.both(now.at(), clock))
                .fact(getTranslation("administration.stop.reason"), now.reason());
        if (now.firstName() != null) {
            facts.fact(getTranslation("administration.stop.first"), now.firstName());
        }
        var card = new Card(getTranslation("administration.stop.stopped"))
                .urgent()
                .quiet(getTranslation("administration.stop.stopped.text"))
                .beside(Chip.no(getTranslation("administration.stop.chip.stopped")))
                .with(facts);
        return signedIn.person().id().value().equals(now.first())
                ? card
                : card.actions(Buttons.primary(getTranslation("administration.stop.start"), this::start));
    }

    private void ask() {
        Confirmation.ask(getTranslation("administration.stop.question"))
                .happens(getTranslation("administration.stop.happens"))
                .reason(getTranslation("administration.stop.why"), true)
                .danger(getTranslation("administration.stop.stop"), reason -> {
                    if (stop.stop(signedIn.actor(), reason)) {
                        Toast.done(getTranslation("administration.stop.done"));
                    } else {
                        Toast.problem(getTranslation("administration.stop.before"));
                    }
                    refresh();
                })
                .open();
    }

    private void start() {
        switch (stop.start(signedIn.actor())) {
            case YES -> Toast.done(getTranslation("administration.stop.started"));
            case ONE_MORE -> Toast.done(getTranslation("administration.stop.one-more"));
            case SAME_PERSON -> Toast.problem(getTranslation("administration.stop.same-person"));
            case NOT_STOPPED -> Toast.problem(getTranslation("administration.stop.not-stopped"));
        }
        refresh();
    }

    private Card limits() {
        var facts = new FactsList();
        for (Limits.Limit limit : limits.all()) {
            String name = Arrays.stream(ActionKind.values())
                    .filter(kind -> kind.key().equals(limit.action()))
                    .findFirst()
                    .map(kind -> words.action(kind, getLocale()))
                    .orElse(limit.action());
            facts.fact(
                    name,
                    getTranslation(
                            "administration.stop.limit",
                            limit.person(),
                            limit.approver(),
                            limit.company(),
                            time(limit.per())));
        }
        return new Card(getTranslation("administration.stop.limits"))
                .quiet(getTranslation("administration.stop.limits.text"))
                .with(facts);
    }

    private String time(Duration per) {
        return per.toHours() % 24 == 0 && per.toDays() > 0
                ? getTranslation("administration.stop.days", per.toDays())
                : getTranslation("administration.stop.minutes", per.toMinutes());
    }

    @Override
    public String title() {
        return getTranslation("administration.stop.title");
    }
}
