package se.handtag.requests;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.audit.AuditLog;
import se.handtag.commands.Command;
import se.handtag.commands.Commands;

/** What happens to a request as time goes by: a reminder, the next up, and in the end nothing comes of it. */
@Component
class Deadlines {
    private static final Duration WHILE_UNDOABLE = Duration.ofMinutes(1);
    private static final Duration WHILE_SENDING = Duration.ofMinutes(1);
    /** Whom it waits for may change at the provider and in the MDM, neither of which tells. */
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private static final String TOO_LATE = "too-late";

    private final RequestStore store;
    private final Lines lines;
    private final ApproverNames names;
    private final Commands commands;
    private final RequestSettings settings;
    private final AuditLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deadlines(
            RequestStore store,
            Lines lines,
            ApproverNames names,
            Commands commands,
            RequestSettings settings,
            AuditLog log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.lines = lines;
        this.names = names;
        this.commands = commands;
        this.settings = settings;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** When to look at the request again. */
    sealed interface Next {

        /** Never. */
        record Done() implements Next {}

        /** Then. */
        record Again(Instant at) implements Next {}
    }

    /** When to look at a request that was asked for now. */
    Instant first(Request request) {
        var executeBy = request.executeBy();
        return executeBy != null
                ? executeBy
                : earliest(
                        request.askedAt().plus(LOOK_AGAIN),
                        earliest(request.askedAt().plus(settings.remindAfter()), request.decideBy()));
    }

    /** Does what is due. */
    @Transactional
    public Next next(RequestId id) {
        var found = store.lock(id);
        if (found.isEmpty()) {
            return new Next.Done();
        }
        Request request = found.get();
        return switch (request.state()) {
            case WAITING -> waiting(request);
            case APPROVED -> approved(request);
            case REJECTED, WITHDRAWN, EXPIRED -> new Next.Done();
        };
    }

    private Next waiting(Request request) {
        Instant now = clock.instant();
        if (!request.pending().isEmpty()) {
            return new Next.Again(now.plus(WHILE_UNDOABLE));
        }
        if (!now.isBefore(request.decideBy())) {
            expire(request, "not decided in time");
            return new Next.Done();
        }
        Request today = lines.today(request);
        Routing routing = store.routing(today.id());
        if (!routing.endOfLine() && !now.isBefore(routing.since().plus(settings.escalateAfter()))) {
            passOn(today, routing, now);
        } else if (!routing.reminded() && !now.isBefore(routing.since().plus(settings.remindAfter()))) {
            remind(today, now);
        }
        return new Next.Again(earliest(now.plus(LOOK_AGAIN), nextOf(today, store.routing(today.id()))));
    }

    private Instant nextOf(Request request, Routing routing) {
        Instant next = request.decideBy();
        if (!routing.reminded()) {
            next = earliest(next, routing.since().plus(settings.remindAfter()));
        }
        return routing.endOfLine() ? next : earliest(next, routing.since().plus(settings.escalateAfter()));
    }

    private void remind(Request request, Instant now) {
        store.reminded(request.id());
        happened(request, Request.Happening.What.REMINDED, request.approverAddresses(), now);
        log.append(RequestRecords.about(request).outcome("reminded"));
        events.publishEvent(
                new Request.RequestReminded(request.id(), request.by(), request.approverAddresses(), request.it()));
    }

    private void passOn(Request request, Routing routing, Instant now) {
        int stage = request.stage();
        var stop =
                Route.at(routing, stage, routing.level() + 1, request.stages().get(stage), store.departed());
        store.route(request.id(), stop, now);
        Set<String> come = new TreeSet<>(stop.candidates().addresses());
        come.removeAll(request.approverAddresses());
        happened(request, Request.Happening.What.PASSED_ON, come, now);
        log.append(RequestRecords.about(request)
                .outcome("passed on")
                .fact("to", come.isEmpty() ? "it" : String.join(", ", come)));
        events.publishEvent(new Request.RequestPassedOn(
                request.id(), request.by(), come, stop.candidates().it() && !request.it(), false));
    }

    private void happened(Request request, Request.Happening.What what, Set<String> addresses, Instant now) {
        store.happened(request.id(), new Request.Happening(what, addresses.isEmpty() ? null : named(addresses), now));
    }

    private String named(Set<String> addresses) {
        return String.join(", ", names.of(addresses).values());
    }

    private Next approved(Request request) {
        Instant by = request.executeBy();
        Command command = commands.ofRequest(request.id().value()).orElse(null);
        if (by == null || command == null) {
            return new Next.Done();
        }
        return switch (command.state()) {
            case HELD, DUE -> {
                if (clock.instant().isBefore(by)) {
                    yield new Next.Again(by);
                }
                if (!commands.callOff(request.id().value(), TOO_LATE)) {
                    yield new Next.Again(clock.instant().plus(WHILE_SENDING));
                }
                // What may have come to pass before did not expire.
                if (command.unsure() == 0) {
                    expire(request, "not sent in time");
                }
                yield new Next.Done();
            }
            // It may turn out that it was not sent, and then its time may be over.
            case SENDING -> new Next.Again(later(by, clock.instant().plus(WHILE_SENDING)));
            case CANCELLED -> {
                // Whoever was about to send it saw first that its time was over.
                if (TOO_LATE.equals(command.steps().getLast().note())) {
                    expire(request, "not sent in time");
                }
                yield new Next.Done();
            }
            case ACCEPTED,
                    CONTACT_SINCE,
                    EFFECT_SEEN,
                    NOT_VERIFIABLE,
                    CONTRADICTED,
                    REFUSED,
                    UNKNOWN,
                    SETTLED_DONE,
                    SETTLED_NOT_DONE -> new Next.Done();
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void expire(Request request, String outcome) {
        store.end(request.id(), Request.State.EXPIRED);
        log.append(RequestRecords.about(request).outcome(outcome));
        events.publishEvent(new Request.RequestChanged(request.id(), request.by(), Request.State.EXPIRED));
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
