package se.handtag.commands;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.handtag.devices.Fleet;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.MdmException;
import se.handtag.policy.ActionKind;
import se.handtag.policy.Erasures;
import se.handtag.policy.Subject;

/** Erasures and cleared passcodes that have not reached their device so far. */
@Component
class PendingErasures implements Erasures {
    /** From here on the device has had the chance to take it. */
    private static final Set<CommandState> OVER = EnumSet.of(CommandState.CONTACT_SINCE, CommandState.EFFECT_SEEN);

    /** It may still be with the MDM, although nobody looks any more. */
    private static final Set<CommandState> IN_DOUBT =
            EnumSet.of(CommandState.NOT_VERIFIABLE, CommandState.SETTLED_DONE);

    private final JdbcClient database;
    private final Fleet fleet;

    PendingErasures(JdbcClient database, Fleet fleet) {
        this.database = database;
        this.fleet = fleet;
    }

    @Override
    public boolean awaitsContact(DeviceId device) {
        List<Sent> all = database.sql("""
                        select state, sent_at from commands.command where subject = :subject and action = any(:actions)
                        """)
                .param("subject", Subject.keyOf(device))
                .param("actions", new String[] {ActionKind.WIPE.name(), ActionKind.CLEAR_PASSCODE.name()})
                .query((row, _) -> new Sent(
                        CommandState.valueOf(row.getString("state")), row.getObject("sent_at", OffsetDateTime.class)))
                .list();
        return all.stream().map(Sent::state).anyMatch(state -> !OVER.contains(state) && !state.ended())
                || all.stream()
                        .filter(sent -> IN_DOUBT.contains(sent.state()))
                        .anyMatch(sent -> !contactAfter(device, sent.at()));
    }

    private boolean contactAfter(DeviceId device, @Nullable OffsetDateTime sent) {
        try {
            Instant contact = fleet.any(device)
                    .map(picture -> picture.value().lastContact())
                    .orElse(null);
            return sent == null || contact == null || contact.isAfter(sent.toInstant());
        } catch (MdmException away) {
            return false;
        }
    }

    private record Sent(CommandState state, @Nullable OffsetDateTime at) {}
}
