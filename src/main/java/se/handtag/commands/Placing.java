package se.handtag.commands;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts orders into the queue. */
@Component
class Placing {
    private final CommandStore store;
    private final Queue queue;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Placing(CommandStore store, Queue queue, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.queue = queue;
        this.events = events;
        this.clock = clock;
    }

    /** As part of the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public CommandId place(Order order) {
        var now = clock.instant();
        CommandId id = store.insert(order, now);
        store.addStep(id, new Step(CommandState.DUE, now, null, null));
        queue.enter(id, order.action().kind());
        events.publishEvent(new Command.CommandStepped(
                id,
                order.request(),
                order.subject().key(),
                order.subject().deviceId(),
                order.by(),
                order.action().kind(),
                now,
                CommandState.DUE,
                null));
        return id;
    }
}
