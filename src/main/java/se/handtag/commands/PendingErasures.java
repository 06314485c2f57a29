package se.handtag.commands;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.handtag.mdm.DeviceId;
import se.handtag.policy.ActionKind;
import se.handtag.policy.Erasures;
import se.handtag.policy.Subject;

/** Erasures and cleared passcodes that have not reached their device so far. */
@Component
class PendingErasures implements Erasures {
    /** From here on the device has had the chance to take it, or it is known that nothing will come of it. */
    private static final Set<CommandState> OVER =
            EnumSet.of(CommandState.CONTACT_SINCE, CommandState.EFFECT_SEEN, CommandState.NOT_VERIFIABLE);

    private final JdbcClient database;

    PendingErasures(JdbcClient database) {
        this.database = database;
    }

    @Override
    public boolean awaitsContact(DeviceId device) {
        return database
                .sql("select state from commands.command where subject = :subject and action = any(:actions)")
                .param("subject", Subject.keyOf(device))
                .param("actions", new String[] {ActionKind.WIPE.name(), ActionKind.CLEAR_PASSCODE.name()})
                .query(String.class)
                .list()
                .stream()
                .map(CommandState::valueOf)
                .anyMatch(state -> !OVER.contains(state) && !state.ended());
    }
}
