package se.handtag.commands;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.handtag.OneReading;
import se.handtag.mdm.DeviceId;
import se.handtag.policy.ActionKind;
import se.handtag.policy.Erasures;
import se.handtag.policy.Subject;

/** Erasures and cleared passcodes that have not reached their device so far. */
@Component
class PendingErasures implements Erasures {
    private final JdbcClient database;
    private final CommandStore store;
    private final Outstanding outstanding;

    PendingErasures(JdbcClient database, CommandStore store, Outstanding outstanding) {
        this.database = database;
        this.store = store;
        this.outstanding = outstanding;
    }

    private record Awaited(DeviceId device) {}

    @Override
    public boolean awaitsContact(DeviceId device) {
        return OneReading.told(new Awaited(device), () -> awaitsContactNow(device));
    }

    private boolean awaitsContactNow(DeviceId device) {
        return open(device).stream().anyMatch(each -> switch (each.state()) {
            case HELD, DUE, SENDING, ACCEPTED, UNKNOWN -> true;
            // It may still be with the MDM, although nobody looks any more.
            case NOT_VERIFIABLE, SETTLED_DONE ->
                store.find(each.id()).filter(outstanding::mayStillReach).isPresent();
            case CONTACT_SINCE, EFFECT_SEEN, CONTRADICTED, REFUSED, CANCELLED, SETTLED_NOT_DONE -> false;
        });
    }

    private record Open(CommandId id, CommandState state) {}

    private List<Open> open(DeviceId device) {
        return database.sql("""
                        select id, state from commands.command where subject = :subject and action = any(:actions)
                        """)
                .param("subject", Subject.keyOf(device))
                .param("actions", new String[] {ActionKind.WIPE.name(), ActionKind.CLEAR_PASSCODE.name()})
                .query((row, _) -> new Open(
                        new CommandId(row.getObject("id", UUID.class)), CommandState.valueOf(row.getString("state"))))
                .list();
    }
}
