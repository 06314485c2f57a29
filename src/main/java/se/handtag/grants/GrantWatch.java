package se.handtag.grants;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.handtag.commands.Command;
import se.handtag.commands.Command.CommandStepped;
import se.handtag.commands.CommandState;
import se.handtag.commands.Commands;
import se.handtag.grants.Grant.GrantEnded;
import se.handtag.grants.Grant.State;
import se.handtag.requests.Request;
import se.handtag.requests.Request.RequestChanged;
import se.handtag.requests.RequestId;

/**
 * Lets a grant begin once the MDM took what was asked for, and end when something else came of it or the MDM took what takes
 * it back.
 */
@Component
class GrantWatch {
    private final GrantStore store;
    private final GrantSteps steps;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Commands commands;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    GrantWatch(
            GrantStore store,
            GrantSteps steps,
            ObjectProvider<SchedulerClient> scheduler,
            Commands commands,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.scheduler = scheduler;
        this.commands = commands;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(RequestChanged change) {
        if (change.state() != Request.State.WAITING
                && change.state() != Request.State.APPROVED
                && !mayHaveBegun(change.request())) {
            neverBegan(change.request());
        }
    }

    /** Taken back, and yet it may have come to pass: whatever that turns out to be begins it or ends it. */
    private boolean mayHaveBegun(RequestId request) {
        return commands.ofRequest(request.value())
                .filter(command -> command.state() == CommandState.UNKNOWN)
                .isPresent();
    }

    @EventListener
    void on(CommandStepped change) {
        Command command = commands.find(change.command()).orElseThrow();
        switch (change.state()) {
            case ACCEPTED, SETTLED_DONE -> {
                accepted(command);
                takenBack(command, true);
            }
            case EFFECT_SEEN -> {
                // Nothing had to be sent. What was sent counted when it was accepted, and something newer may count
                // now.
                if ("so-already".equals(change.note())) {
                    accepted(command);
                    takenBack(command, true);
                }
            }
            case REFUSED, CANCELLED, SETTLED_NOT_DONE -> {
                nothing(command);
                takenBack(command, isGone(change.note()));
            }
            case CONTRADICTED -> takenBack(command, false);
            case UNKNOWN -> {
                if (isGone(command.reason())) {
                    takenBack(command, true);
                }
            }
            default -> {}
        }
    }

    private void accepted(Command command) {
        Instant now = clock.instant();
        String subject = command.subject().key();
        String taken = Things.taken(command.action());
        if (taken != null) {
            steps.replace(subject, taken, null, State.ENDED, now);
        }
        String put = Things.put(command.action());
        if (put == null) {
            return;
        }
        var grant = command.request() == null
                ? null
                : store.of(new RequestId(command.request())).orElse(null);
        steps.replace(subject, put, grant, State.REPLACED, now);
        if (grant != null && grant.state() == State.ASKED) {
            Instant ends = now.plus(Duration.ofDays(grant.days()));
            steps.run(grant, ends);
            scheduler
                    .getObject()
                    .scheduleIfNotExists(GrantTask.GRANT
                            .instance(grant.id().toString())
                            .scheduledTo(TakingBack.announceAt(ends, now)));
        }
    }

    private void nothing(Command command) {
        if (command.request() != null) {
            neverBegan(new RequestId(command.request()));
        }
    }

    private void neverBegan(RequestId request) {
        store.of(request)
                .filter(grant -> grant.state() == State.ASKED)
                .ifPresent(grant -> steps.end(grant, State.ENDED, clock.instant()));
    }

    /** The command that was to take something back came to an end. */
    private void takenBack(Command command, boolean done) {
        State ended = done ? State.ENDED : State.STUCK;
        store.takenBackBy(command.id())
                .filter(grant -> grant.state() != ended && grant.state() != State.STUCK)
                .ifPresent(grant -> {
                    steps.end(grant, ended, clock.instant());
                    events.publishEvent(new GrantEnded(grant.request(), command.by(), done));
                });
    }

    /** With the device or the person went what they had. */
    private static boolean isGone(@Nullable String note) {
        return Objects.equals(note, "device-gone") || Objects.equals(note, "user-gone");
    }
}
