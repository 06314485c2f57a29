package se.handtag.commands;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.mdm.DeviceId;
import se.handtag.policy.ActionKind;
import se.handtag.policy.Subject;

/** What has not left the portal yet can still be cancelled; what has left it can only be told of. */
@Component
public class Unsent {
    private static final int MOST = 200;

    private final CommandStore store;
    private final CommandSteps steps;
    private final Outstanding outstanding;

    Unsent(CommandStore store, CommandSteps steps, Outstanding outstanding) {
        this.store = store;
        this.steps = steps;
        this.outstanding = outstanding;
    }

    /**
     * Cancels commands of those kinds to the device that wait to be sent, for the first time or again, as part of the caller's transaction.
     *
     * @param note why, by the name of the words for it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(DeviceId device, Set<ActionKind> kinds, String note) {
        of(device, kinds)
                .filter(command -> switch (command.state()) {
                    case HELD, DUE -> true;
                    default -> false;
                })
                .forEach(command -> steps.unsent(command, false, note));
    }

    /** Commands of those kinds that the MDM has, or may have, and whose effect may still come, the newest first. */
    public List<Command> mayStillHappen(DeviceId device, Set<ActionKind> kinds) {
        return of(device, kinds).filter(outstanding::mayStillReach).toList();
    }

    private Stream<Command> of(DeviceId device, Set<ActionKind> kinds) {
        return store.of(Subject.keyOf(device), MOST).stream()
                .filter(command -> kinds.contains(command.action().kind()));
    }
}
