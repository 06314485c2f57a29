package se.handtag.ui.words;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.handtag.commands.Command;
import se.handtag.commands.CommandState;
import se.handtag.requests.Request;
import se.handtag.requests.Waiting;
import se.handtag.ui.kit.Ladder;
import se.handtag.ui.kit.TimeText;

/** The steps of the house: requested → approved → accepted by the MDM → device in contact since → effect seen or not verifiable. */
public final class RequestSteps {
    private final Words words;
    private final Locale locale;
    private final Clock clock;
    private final List<Ladder.Step> steps = new ArrayList<>();

    private RequestSteps(Words words, Locale locale, Clock clock) {
        this.words = words;
        this.locale = locale;
        this.clock = clock;
    }

    /**
     * A request's steps.
     *
     * @param approvers who may decide besides IT, by name
     */
    public static List<Ladder.Step> of(
            Request request,
            List<Waiting.For> approvers,
            Optional<Command> command,
            Words words,
            Locale locale,
            Clock clock) {
        var ladder = new RequestSteps(words, locale, clock);
        ladder.request(request, approvers);
        if (request.state() == Request.State.WAITING || request.state() == Request.State.APPROVED) {
            command.ifPresentOrElse(ladder::command, () -> ladder.later(CommandState.ACCEPTED));
        } else {
            // Taken back, and yet it may have come to pass before.
            command.filter(known -> known.state() != CommandState.CANCELLED).ifPresent(ladder::command);
        }
        return ladder.steps;
    }

    /** A command's steps, for one that came from no request. */
    public static List<Ladder.Step> of(Command command, Words words, Locale locale, Clock clock) {
        var ladder = new RequestSteps(words, locale, clock);
        ladder.command(command);
        return ladder.steps;
    }

    private void request(Request request, List<Waiting.For> approvers) {
        String why = request.reason();
        steps.add(Ladder.Step.done(
                words.say(locale, "words.ladder.asked", request.byName()),
                why == null ? null : words.say(locale, "kit.quote", why),
                time(request.askedAt())));
        List<Told> told = new ArrayList<>();
        request.decisions().forEach(decision -> told.add(new Told(decision.at(), step(decision))));
        request.happenings().forEach(happening -> told.add(new Told(happening.at(), step(happening))));
        told.stream().sorted(Comparator.comparing(Told::at)).forEach(each -> steps.add(each.step()));
        if (request.state() == Request.State.WAITING) {
            steps.add(Ladder.Step.now(
                    words.say(locale, "words.ladder.waits", who(request, approvers)),
                    words.say(locale, "words.ladder.until", TimeText.clockWords(request.decideBy(), clock)),
                    null));
        }
        if (request.state() == Request.State.WITHDRAWN) {
            steps.add(Ladder.Step.failed(words.requestState(request.state(), locale), null, null));
        }
        if (request.state() == Request.State.EXPIRED) {
            Instant executeBy = request.executeBy();
            steps.add(Ladder.Step.failed(
                    words.requestState(request.state(), locale),
                    words.say(locale, executeBy == null ? "words.ladder.undecided" : "words.ladder.unsent"),
                    time(executeBy == null ? request.decideBy() : executeBy)));
        }
    }

    private record Told(Instant at, Ladder.Step step) {}

    private Ladder.Step step(Request.StageDecision decision) {
        String said = decision.comment() == null ? null : words.say(locale, "kit.quote", decision.comment());
        String key = decision.approved() ? "words.ladder.approved" : "words.ladder.rejected";
        String title = decision.inPlaceOf() == null
                ? words.say(locale, key, decision.byName())
                : words.say(locale, key + ".for", decision.byName(), decision.inPlaceOf());
        return decision.approved()
                ? Ladder.Step.done(title, said, time(decision.at()))
                : Ladder.Step.failed(title, said, time(decision.at()));
    }

    private Ladder.Step step(Request.Happening happening) {
        String who = happening.who() == null ? words.say(locale, "words.ladder.it") : happening.who();
        return Ladder.Step.done(
                words.say(locale, "words.ladder." + happening.what().name(), who), null, time(happening.at()));
    }

    /** Everybody who may decide, those in brackets in the place of the one before. */
    private String who(Request request, List<Waiting.For> approvers) {
        List<String> all = new ArrayList<>();
        for (Waiting.For each : approvers) {
            all.add(
                    each.standIns().isEmpty()
                            ? each.name()
                            : words.say(
                                    locale,
                                    "words.ladder.stand-in",
                                    each.name(),
                                    String.join(words.say(locale, "words.ladder.or"), each.standIns())));
        }
        if (request.it()) {
            all.add(words.say(locale, "words.ladder.it"));
        }
        return String.join(words.say(locale, "words.ladder.or"), all);
    }

    private void command(Command command) {
        for (se.handtag.commands.Step step : rungs(command)) {
            String title = words.state(step.state(), locale);
            String note = words.note(step, locale);
            steps.add(
                    switch (step.state()) {
                        case REFUSED, CANCELLED, CONTRADICTED, SETTLED_NOT_DONE ->
                            Ladder.Step.failed(title, note, time(step.at()));
                        case HELD, DUE, SENDING, UNKNOWN -> Ladder.Step.now(title, note, time(step.at()));
                        case ACCEPTED, CONTACT_SINCE, EFFECT_SEEN, NOT_VERIFIABLE, SETTLED_DONE ->
                            Ladder.Step.done(title, note, time(step.at()));
                    });
        }
        switch (command.state()) {
            case HELD, DUE, SENDING -> later(CommandState.ACCEPTED);
            case ACCEPTED -> {
                steps.add(Ladder.Step.now(
                        words.say(locale, "words.ladder.contact"),
                        words.say(locale, "words.ladder.contact.note"),
                        null));
                steps.add(effect(command));
            }
            case CONTACT_SINCE -> steps.add(effect(command));
            default -> {}
        }
    }

    private Ladder.Step effect(Command command) {
        return Ladder.Step.later(
                words.state(CommandState.EFFECT_SEEN, locale),
                words.say(locale, "words.effect." + command.action().kind().key()));
    }

    /** Attempts on the way to the answer are told by the last of them only. */
    private static List<se.handtag.commands.Step> rungs(Command command) {
        List<se.handtag.commands.Step> rungs = new ArrayList<>();
        for (se.handtag.commands.Step step : command.steps()) {
            if (!rungs.isEmpty() && onTheWay(rungs.getLast().state())) {
                rungs.removeLast();
            }
            rungs.add(step);
        }
        return rungs;
    }

    private static boolean onTheWay(CommandState state) {
        return switch (state) {
            case HELD, DUE, SENDING, UNKNOWN -> true;
            default -> false;
        };
    }

    private void later(CommandState state) {
        steps.add(Ladder.Step.later(words.state(state, locale), null));
    }

    private @Nullable TimeText time(Instant at) {
        return TimeText.clock(at, clock);
    }
}
