package se.handtag.ui.employee;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.RouterLink;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.commands.CommandState;
import se.handtag.grants.Grant;
import se.handtag.grants.Grants;
import se.handtag.identity.SignedIn;
import se.handtag.policy.Action;
import se.handtag.policy.Reason;
import se.handtag.requests.Request;
import se.handtag.requests.Requests;
import se.handtag.requests.Waiting;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Chip;
import se.handtag.ui.kit.Confirmation;
import se.handtag.ui.kit.FactsList;
import se.handtag.ui.kit.Ladder;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.TimeText;
import se.handtag.ui.kit.Toast;
import se.handtag.ui.words.HeldNotices;
import se.handtag.ui.words.RequestSteps;
import se.handtag.ui.words.Words;

/** The parts of a request's page. */
@Component
class RequestParts {
    private final Waiting waiting;
    private final Requests requests;
    private final Grants grants;
    private final SignedIn signedIn;
    private final Chips chips;
    private final HeldNotices held;
    private final Words words;
    private final Clock clock;

    RequestParts(
            Waiting waiting,
            Requests requests,
            Grants grants,
            SignedIn signedIn,
            Chips chips,
            HeldNotices held,
            Words words,
            Clock clock) {
        this.waiting = waiting;
        this.requests = requests;
        this.grants = grants;
        this.signedIn = signedIn;
        this.chips = chips;
        this.held = held;
        this.words = words;
        this.clock = clock;
    }

    String title(Request request) {
        return words.action(request.action(), locale());
    }

    /** Model and ending of a device, or the name of what else it is about. */
    String about(Request request) {
        var device = request.device();
        return device == null ? request.subject().label() : OwnDeviceCards.modelAndEnding(device);
    }

    Chip chip(Request request) {
        return chips.of(request);
    }

    List<Ladder.Step> steps(Request request) {
        return RequestSteps.of(
                request,
                request.waiting() ? waiting.of(request) : List.of(),
                chips.commandOf(request),
                words,
                locale(),
                clock);
    }

    /** That it is about to happen, with the press that calls it off. */
    Optional<HeldNotices.Told> held(Request request) {
        return held.of(chips.commandOf(request).stream().toList());
    }

    Card stepsCard(Request request, Ladder ladder) {
        var card = new Card(I18NProvider.translate("employee.request.steps")).with(ladder);
        if (chips.underWay(request) && request.device() != null && chips.silent(request.device())) {
            card.quiet(I18NProvider.translate("employee.commands-wait"));
        }
        return card;
    }

    /**
     * What may change of what a page says besides the steps.
     *
     * @param length for how long it was lent, null when it was not
     */
    record Besides(List<Reason> because, @Nullable String length) {}

    Besides besides(Request request) {
        return new Besides(
                request.because(), grants.of(request.id()).map(this::length).orElse(null));
    }

    Card facts(Request request, Besides besides) {
        var device = request.device();
        var facts = new FactsList();
        if (device == null) {
            facts.fact(
                    words.subject(request.subject().kind(), locale()),
                    request.subject().label());
        } else {
            var link = new RouterLink(device.title(), DeviceView.class, OwnDeviceCards.parameters(device));
            facts.fact(I18NProvider.translate("employee.request.device"), link)
                    .fact(I18NProvider.translate("employee.facts.model"), device.label());
        }
        if (request.ownerName() != null
                && !Objects.equals(request.self(), request.subject().owner())) {
            facts.fact(I18NProvider.translate("employee.facts.owner"), request.ownerName());
        }
        if (request.forUser() != null) {
            facts.fact(I18NProvider.translate("employee.request.asked-by"), request.byName());
        }
        if (request.action() instanceof Action.Message message) {
            facts.fact(I18NProvider.translate("employee.message.text"), message.text());
        }
        if (request.reason() != null) {
            facts.fact(I18NProvider.translate("employee.request.reason"), request.reason());
        }
        if (besides.length() != null) {
            facts.fact(I18NProvider.translate("employee.lend.for"), besides.length());
        }
        facts.fact(I18NProvider.translate("employee.request.asked"), TimeText.both(request.askedAt(), clock))
                .fact(
                        I18NProvider.translate("employee.request.happens"),
                        words.happens(request.action().kind(), request.subject(), locale()));
        return new Card(I18NProvider.translate("employee.request.about")).with(facts);
    }

    /** "14 days, until 12 Nov 10:41". */
    private String length(Grant grant) {
        String days = Lending.words(grant.days());
        Instant ends = grant.endsAt();
        return ends == null
                ? days
                : I18NProvider.translate("employee.lend.until", days, TimeText.clockWords(ends, clock));
    }

    /** The rules that decided, in their own words. */
    Optional<Card> because(Besides besides) {
        List<String> reasons = Deciders.explanations(besides.because(), locale());
        if (reasons.isEmpty()) {
            return Optional.empty();
        }
        var lines = Rows.lines(reasons.stream().map(Paragraph::new).toArray(Paragraph[]::new));
        return Optional.of(new Card(I18NProvider.translate("employee.request.because")).with(lines));
    }

    /** Whether it waits for a yes, or was allowed and has not been sent. */
    boolean canTakeBack(Request request) {
        return request.waiting()
                || (request.state() == Request.State.APPROVED
                        && chips.commandOf(request)
                                .filter(command -> command.state() == CommandState.DUE)
                                .isPresent());
    }

    Button withdraw(Request request) {
        return Buttons.plain(
                I18NProvider.translate("employee.withdraw"),
                () -> Confirmation.ask(I18NProvider.translate("employee.withdraw.question"))
                        .happens(I18NProvider.translate(chips.commandOf(request)
                                .filter(command -> command.unsure() > 0)
                                .map(_ -> "employee.withdraw.happens.unsure")
                                .orElse("employee.withdraw.happens")))
                        .primary(
                                I18NProvider.translate(
                                        "employee.withdraw.yes",
                                        request.subject().label()),
                                _ -> takeBack(request))
                        .open());
    }

    private void takeBack(Request request) {
        if (requests.withdraw(signedIn.actor(), request.id())) {
            Toast.done(I18NProvider.translate("employee.withdraw.done"));
        } else if (requests.takesProofToWithdraw(request)) {
            UI.getCurrent().getPage().setLocation("sign-in/fresh?to=/request/" + request.id());
        } else {
            Toast.problem(I18NProvider.translate("employee.withdraw.too-late"));
        }
    }

    private static Locale locale() {
        return UI.getCurrent().getLocale();
    }
}
