package se.handtag.ui.directory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import se.handtag.Longest;
import se.handtag.commands.Command;
import se.handtag.commands.CommandState;
import se.handtag.mdm.MdmException;
import se.handtag.policy.Action;
import se.handtag.policy.Decision;
import se.handtag.policy.Subject;
import se.handtag.requests.Asked;
import se.handtag.requests.Request;
import se.handtag.requests.RequestId;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Confirmation;
import se.handtag.ui.kit.Ladder;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.words.RequestSteps;

/** What was asked for from this page, and what became of each. Nothing is said to be done before the MDM has taken it. */
final class Changes extends Div {
    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);
    private static final int MOST_SHOWN = 5;

    private final Asks asks;
    private final Runnable reread;
    private final List<Followed> followed = new ArrayList<>();

    Changes(Asks asks, Runnable reread) {
        this.asks = asks;
        this.reread = reread;
        addClassName("stack");
        setVisible(false);
    }

    private static final class Followed {
        private final RequestId request;
        private final String title;
        private @Nullable CommandState state;

        private Followed(RequestId request, String title) {
            this.request = request;
            this.title = title;
        }
    }

    /**
     * A question before something is asked for.
     *
     * @param title what is about to happen, to what
     * @param yes the button's text
     * @param happens what it will bring about, one sentence each
     * @param fields to be filled in, null for none
     * @param complete whether they are filled; they say themselves what is missing
     * @param danger whether it takes something away
     */
    record Offer(
            String title,
            String yes,
            List<String> happens,
            @Nullable Component fields,
            BooleanSupplier complete,
            boolean danger) {

        static Offer of(String title, String yes, boolean danger, String... happens) {
            return new Offer(title, yes, List.of(happens), null, () -> true, danger);
        }

        Offer with(Component form, BooleanSupplier filled) {
            return new Offer(title, yes, happens, form, filled, danger);
        }
    }

    /** Asks once more, then asks for it. The question stays open with all that was typed until it was taken. */
    void offer(Offer offer, Subject subject, Supplier<Action> action) {
        var question = Confirmation.ask(offer.title());
        offer.happens().stream().filter(line -> !line.isEmpty()).forEach(question::happens);
        if (offer.fields() != null) {
            question.with(offer.fields());
        }
        var reason = reason();
        var problems = new Div();
        question.with(reason).with(problems);
        question.onlyWhen(() -> {
            problems.removeAll();
            return offer.complete().getAsBoolean() && send(offer.title(), subject, action.get(), reason, problems);
        });
        if (offer.danger()) {
            question.danger(offer.yes(), _ -> {});
        } else {
            question.primary(offer.yes(), _ -> {});
        }
        question.open();
    }

    private static TextArea reason() {
        var reason = new TextArea();
        reason.setLabel(reason.getTranslation("directory.reason"));
        reason.setMaxLength(Longest.REASON.characters());
        reason.setWidthFull();
        reason.setManualValidation(true);
        reason.setErrorMessage(reason.getTranslation("kit.reason.missing"));
        return reason;
    }

    /** Whether it was taken. */
    private boolean send(String title, Subject subject, Action action, TextArea reason, Div problems) {
        Asked asked;
        try {
            asked = asks.ask(subject, action, reason.getValue());
        } catch (MdmException | NestedRuntimeException away) {
            LOG.warn("Nothing was asked for: {}", away.toString());
            return problem(problems, "directory.asked.failed", getTranslation("directory.asked.failed.text"));
        }
        return switch (asked) {
            case Asked.OnItsWay(RequestId request) -> follow(request, title);
            case Asked.Waiting(RequestId request) -> follow(request, title);
            case Asked.AskedAlready(RequestId request) -> follow(request, title);
            case Asked.Denied(Decision decision) -> problem(problems, "directory.asked.denied", explain(decision));
            case Asked.ReasonMissing() -> {
                reason.setInvalid(true);
                reason.focus();
                yield false;
            }
            default -> problem(problems, "directory.asked.not", getTranslation("directory.asked.not.text"));
        };
    }

    static String explain(Decision decision) {
        var locale = UI.getCurrent().getLocale();
        return decision.reasons().stream()
                .map(reason -> reason.explanation().in(locale))
                .collect(Collectors.joining(" "));
    }

    private boolean problem(Div problems, String title, String text) {
        problems.add(Notice.error(getTranslation(title), text));
        return false;
    }

    private boolean follow(RequestId request, String title) {
        followed.removeIf(one -> one.request.equals(request));
        followed.addFirst(new Followed(request, title));
        draw();
        return true;
    }

    void refresh() {
        boolean news = false;
        for (Followed one : followed) {
            CommandState now = asks.command(one.request).map(Command::state).orElse(null);
            news |= now != one.state && now != null && now != CommandState.DUE && now != CommandState.SENDING;
        }
        draw();
        if (news) {
            reread.run();
        }
    }

    private void draw() {
        removeAll();
        setVisible(!followed.isEmpty());
        var card = new Card(getTranslation("directory.changes"));
        followed.stream().limit(MOST_SHOWN).forEach(one -> ladder(one).ifPresent(card::add));
        add(card);
    }

    private Optional<Component> ladder(Followed one) {
        Optional<Request> request = asks.request(one.request);
        Optional<Command> command = asks.command(one.request);
        one.state = command.map(Command::state).orElse(null);
        return request.map(found -> Rows.stack(
                new H3(one.title),
                new Ladder(
                        one.title,
                        RequestSteps.of(
                                found,
                                List.of(),
                                command,
                                asks.words(),
                                UI.getCurrent().getLocale(),
                                asks.clock()))));
    }
}
