package se.handtag.ui.recovery;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.handtag.commands.Command;
import se.handtag.commands.CommandId;
import se.handtag.commands.CommandState;
import se.handtag.commands.Commands;
import se.handtag.ui.words.Hint;

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

    /** Whichever node it was that called the MDM. */
    @EventListener
    void on(Hint hint) {
        waiting.forEach((command, answered) -> {
            if (hint.concerns(Set.of(Hint.command(command))) && !onTheWay(command)) {
                answered.countDown();
            }
        });
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
