package se.handtag.requests;

import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.commands.Commands;

/** Lets decisions take effect once they can no longer be undone. */
@Component
class Effects {
    private final RequestStore store;
    private final DecisionStore decisions;
    private final Lines lines;
    private final Commands commands;
    private final RequestSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Effects(
            RequestStore store,
            DecisionStore decisions,
            Lines lines,
            Commands commands,
            RequestSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.decisions = decisions;
        this.lines = lines;
        this.commands = commands;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** What is due of the request takes effect; with the last yes the command is placed, in the same transaction. */
    @Transactional
    public void settle(RequestId id) {
        Instant now = clock.instant();
        Request request = store.lock(id).orElse(null);
        while (request != null && request.waiting()) {
            var due = request.pending().stream()
                    .filter(decision -> !decision.effectiveAt().isAfter(now))
                    .findFirst();
            if (due.isEmpty()) {
                return;
            }
            decisions.settle(id, due.get().by());
            advance(request.stage(), store.find(id).orElseThrow(), due.get().approved(), now);
            request = store.find(id).orElse(null);
        }
    }

    private void advance(int before, Request request, boolean approved, Instant now) {
        var state = request.state();
        if (!approved) {
            decisions.dropPending(request.id());
            state = Request.State.REJECTED;
            store.end(request.id(), state);
        } else if (request.stage() >= request.stages().size()) {
            state = Request.State.APPROVED;
            store.approve(request.id(), now.plus(settings.executeWithin()));
            commands.place(store.find(request.id()).orElseThrow().order());
        } else if (request.stage() > before) {
            var routing = lines.routing(request);
            store.route(
                    request.id(),
                    Route.at(routing, request.stage(), 0, request.stages().get(request.stage()), store.departed()),
                    now);
        } else {
            // One of several who have to say yes at this stage: it still waits for the others, who know.
            events.publishEvent(new Request.DecisionPending(request.id()));
            return;
        }
        events.publishEvent(new Request.RequestChanged(request.id(), request.by(), state));
    }
}
