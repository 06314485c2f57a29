package se.handtag.recovery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.handtag.identity.PersonId;

/**
 * What somebody reported for a colleague who cannot sign in.
 *
 * @param by whoever reported it, by name
 * @param whom the colleague as the reporter named them
 * @param doneAt when it was carried out, null while it waits for the MDM
 * @param owner the colleague's name in the MDM, null when nobody or several fit, or it waits
 * @param locks how many locks were ordered
 */
public record ColleagueReport(
        UUID id,
        String by,
        String whom,
        Instant at,
        @Nullable Instant doneAt,
        @Nullable String owner,
        int locks) {

    /**
     * A report was carried out; published inside the transaction in which it was. Never for the reporter.
     *
     * @param owner whose devices were locked, null when nobody or several fit
     * @param ownerEmail their address, null when the MDM has none
     */
    public record Reported(
            UUID report,
            PersonId by,
            String byName,
            String whom,
            @Nullable String owner,
            @Nullable String ownerEmail,
            int locks) {}
}
