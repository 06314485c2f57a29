package se.handtag.ui.recovery;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import se.handtag.commands.Command;
import se.handtag.commands.Command.CommandStepped;
import se.handtag.commands.CommandId;
import se.handtag.commands.CommandState;
import se.handtag.commands.Commands;

/**
 * Waits a moment for the MDM to take a command, so that a page that cannot refresh itself shows the answer at once. Missing
 * it costs nothing: the page then says that it is on its way.
 */
@Component
class FirstAnswer {
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final Commands commands;
    private final Map<CommandId, CountDownLatch> waiting = new ConcurrentHashMap<>();

    FirstAnswer(Commands commands) {
        this.commands = commands;
    }

    void await(CommandId command) {
        var answered = new CountDownLatch(1);
        waiting.put(command, answered);
        try {
            if (onTheWay(command) && !answered.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.remove(command);
        }
    }

    @TransactionalEventListener
    void on(CommandStepped step) {
        var answered = waiting.get(step.command());
        if (answered != null && !onTheWay(step.command())) {
            answered.countDown();
        }
    }

    /** A step with a note tells that the MDM is away: that is an answer, too. */
    private boolean onTheWay(CommandId id) {
        return commands.find(id).filter(FirstAnswer::unanswered).isPresent();
    }

    private static boolean unanswered(Command command) {
        return command.state() == CommandState.SENDING
                || (command.state() == CommandState.DUE
                        && command.steps().getLast().note() == null);
    }
}
