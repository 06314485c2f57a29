package se.handtag.requests;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.handtag.devices.FleetDevice;
import se.handtag.identity.PersonId;
import se.handtag.identity.Role;
import se.handtag.mdm.UserId;
import se.handtag.policy.Action;
import se.handtag.policy.ApproverKind;
import se.handtag.policy.Reason;
import se.handtag.policy.Subject;

/**
 * A person's wish to have something done to a device, or to anything else that the MDM keeps.
 *
 * @param roles the roles that the requester had when asking
 * @param self the MDM user that the requester was, null for none
 * @param ownerName whose device it is or which user, null when it is nobody's or the MDM does not say
 * @param subject what it is to be done to, as it was when it was asked for
 * @param reason why, in the requester's words; null when they gave none
 * @param because the rules that decided
 * @param stages who must say yes, in order; empty when nobody must
 * @param decisions what was decided so far, oldest first
 * @param approverAddresses who may decide now, by address; empty when IT may
 */
public record Request(
        RequestId id,
        State state,
        PersonId by,
        String byName,
        Set<Role> roles,
        @Nullable UserId self,
        @Nullable String ownerName,
        Subject subject,
        Action action,
        @Nullable String reason,
        List<Reason> because,
        List<ApproverKind> stages,
        List<StageDecision> decisions,
        Set<String> approverAddresses,
        Instant askedAt) {

    /** Where a request stands; what follows a yes is told by its command. */
    public enum State {
        WAITING,
        APPROVED,
        REJECTED,
        WITHDRAWN
    }

    /** What somebody decided about one stage. */
    public record StageDecision(
            UUID by,
            String byName,
            boolean approved,
            @Nullable String comment,
            Instant at) {}

    /** Something happened to a request; published inside the transaction in which it did. */
    public record RequestChanged(RequestId request, PersonId by, State state) {}

    /** The device it is about, null when it is about none. */
    public @Nullable FleetDevice device() {
        return subject.device();
    }

    public boolean waiting() {
        return state == State.WAITING;
    }
}
