package se.handtag.ui.directory;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.stereotype.Component;
import se.handtag.commands.CommandState;
import se.handtag.commands.Commands;
import se.handtag.identity.Actor;
import se.handtag.mdm.MdmException;
import se.handtag.policy.Action;
import se.handtag.policy.Decision;
import se.handtag.policy.Subject;
import se.handtag.requests.Asked;
import se.handtag.requests.Proposal;
import se.handtag.requests.RequestId;
import se.handtag.requests.Requests;

/**
 * Many changes one after another. Each is asked for like a single one: the same decision, record, approval and limits. What
 * was asked for is kept at once; whoever begins again after a cut is told what was asked for already, and leaves it out.
 */
@Component
class Batch {
    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);
    private static final Duration LATELY = Duration.ofDays(1);

    private final Requests requests;
    private final Commands commands;
    private final Offers offers;
    private final Clock clock;

    Batch(Requests requests, Commands commands, Offers offers, Clock clock) {
        this.requests = requests;
        this.commands = commands;
        this.offers = offers;
        this.clock = clock;
    }

    /** One of the changes. */
    sealed interface Item {
        /** What it is done to, for people. */
        String label();

        /** What is done, for people. */
        String what();

        /** A change in the MDM. */
        record Ask(String label, String what, Subject subject, Action action) implements Item {}

        /** A change of what the catalogue offers. */
        record Decide(String label, String what, Offers.Key app, se.handtag.catalogue.Offer offer) implements Item {}
    }

    /** What came of one. */
    sealed interface Result {
        record Asked(RequestId request) implements Result {}

        record Denied(Decision decision) implements Result {}

        record Saved(Proposal.Outcome outcome) implements Result {}

        record ReasonMissing() implements Result {}

        record SignInFirst() implements Result {}

        record Gone() implements Result {}

        /** The MDM or the database did not answer; it may be tried again. */
        record Failed() implements Result {}
    }

    /** Begins on a thread of its own, as {@code actor}; going away from the page does not stop it. */
    BatchRun start(Actor actor, List<? extends Item> items, String reason) {
        var started = new BatchRun(items);
        Thread.startVirtualThread(() -> run(actor, started.items(), reason, started::add));
        return started;
    }

    /** Of the subjects those of which the same was asked for within a day, and did not come to nothing; by their keys. */
    Set<String> askedLately(Collection<Subject> subjects, Action action) {
        return requests.askedLately(subjects, action, clock.instant().minus(LATELY));
    }

    /** Does all of them on the calling thread and tells of each as it comes. */
    void run(Actor actor, List<? extends Item> items, String reason, Consumer<Result> each) {
        for (Item item : items) {
            each.accept(one(actor, item, reason));
        }
    }

    private Result one(Actor actor, Item item, String reason) {
        try {
            return switch (item) {
                case Item.Ask ask -> result(requests.ask(actor, ask.subject(), ask.action(), reason));
                case Item.Decide decide -> new Result.Saved(offers.decide(actor, decide.app(), decide.offer()));
            };
        } catch (MdmException | NestedRuntimeException away) {
            LOG.warn("One of many was not asked for: {}", away.toString());
            return new Result.Failed();
        } catch (RuntimeException broken) {
            // Those behind it are asked for all the same.
            LOG.error("One of many broke", broken);
            return new Result.Failed();
        }
    }

    private static Result result(Asked asked) {
        return switch (asked) {
            case Asked.OnItsWay(RequestId request) -> new Result.Asked(request);
            case Asked.Waiting(RequestId request) -> new Result.Asked(request);
            case Asked.AskedAlready(RequestId request) -> new Result.Asked(request);
            case Asked.Denied(Decision decision) -> new Result.Denied(decision);
            case Asked.ReasonMissing() -> new Result.ReasonMissing();
            case Asked.SignInFirst() -> new Result.SignInFirst();
            case Asked.NoSuchDevice() -> new Result.Gone();
            // Of IT nobody asks for too much; whoever lost the role meanwhile tries again.
            case Asked.TooMany() -> new Result.Failed();
        };
    }

    /** Where changes stand, by request; one that somebody has to say yes to first is not there. */
    Map<UUID, CommandState> states(Collection<? extends @Nullable Result> results) {
        return commands.statesOf(results.stream()
                .flatMap(result ->
                        result instanceof Result.Asked(RequestId request) ? Stream.of(request.value()) : Stream.empty())
                .toList());
    }
}
