package se.handtag.requests;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.handtag.commands.Evidence;
import se.handtag.commands.Order;
import se.handtag.devices.FleetDevice;
import se.handtag.identity.PersonId;
import se.handtag.identity.Role;
import se.handtag.mdm.UserId;
import se.handtag.policy.Action;
import se.handtag.policy.Reason;
import se.handtag.policy.Stage;
import se.handtag.policy.Subject;

/**
 * A person's wish to have something done to a device, or to anything else that the MDM keeps.
 *
 * @param roles the roles that the requester had when asking
 * @param self the MDM user that the requester was, null for none
 * @param ownerName whose device it is or which user, null when it is nobody's or the MDM does not say
 * @param forUser on whose behalf it was asked, null when for the requester's own purposes
 * @param subject what it is to be done to, as it was when it was asked for
 * @param reason why, in the requester's words; null when they gave none
 * @param because the rules that decided
 * @param stages who must say yes, in order; empty when nobody must
 * @param proved whether the requester has proved once more who they are, or a second person says yes instead
 * @param needsFreshSignIn whether whoever says yes must prove once more who they are
 * @param decisions what was decided so far and has taken effect, oldest first
 * @param pending what was decided and can still be undone, oldest first
 * @param happenings what happened to it besides, oldest first
 * @param approverAddresses who may decide now, by address
 * @param it whether anyone of IT may decide now
 * @param decideBy when it expires unless it is decided
 * @param executeBy when it expires unless what was approved has been sent; null before it is approved
 */
public record Request(
        RequestId id,
        State state,
        PersonId by,
        String byName,
        Set<Role> roles,
        @Nullable UserId self,
        @Nullable String ownerName,
        @Nullable UserId forUser,
        Subject subject,
        Action action,
        @Nullable String reason,
        List<Reason> because,
        List<Stage> stages,
        boolean proved,
        boolean needsFreshSignIn,
        List<StageDecision> decisions,
        List<StageDecision> pending,
        List<Happening> happenings,
        Set<String> approverAddresses,
        boolean it,
        Instant askedAt,
        Instant decideBy,
        @Nullable Instant executeBy) {

    /** Where a request stands; what follows a yes is told by its command. */
    public enum State {
        WAITING,
        APPROVED,
        REJECTED,
        WITHDRAWN,
        /** Nobody decided in time, or it could not be sent in time. */
        EXPIRED
    }

    /**
     * What somebody decided about one stage.
     *
     * @param inPlaceOf for whom they stood in, by name; null for nobody
     * @param stage which of the stages, from 0
     * @param effectiveAt until when it could be undone
     */
    public record StageDecision(
            UUID by,
            String byName,
            @Nullable String inPlaceOf,
            int stage,
            boolean approved,
            @Nullable String comment,
            Instant at,
            Instant effectiveAt) {}

    /**
     * Something that happened while it waited.
     *
     * @param who whom it concerned, by name; null for IT
     */
    public record Happening(What what, @Nullable String who, Instant at) {

        /** What happened. */
        public enum What {
            /** Those it waits for were reminded. */
            REMINDED,
            /** Nobody answered, so that the next up may decide, too. */
            PASSED_ON,
            /** Who decides about it has changed, so that it went to others. */
            MOVED_ON
        }
    }

    /** Something happened to a request; published inside the transaction in which it did. */
    public record RequestChanged(RequestId request, PersonId by, State state) {}

    /** Somebody decided and can still undo it, or has undone it; published inside that transaction. */
    public record DecisionPending(RequestId request) {}

    /**
     * It has waited long, so that those it waits for are reminded; published inside that transaction.
     *
     * @param addresses whom it waits for
     * @param it whether it waits for IT
     */
    public record RequestReminded(RequestId request, PersonId by, Set<String> addresses, boolean it) {}

    /**
     * The next in line may decide now; published inside that transaction.
     *
     * @param addresses who came to it
     * @param it whether IT came to it
     * @param moved whether because those who decide have changed, not because nobody answered
     */
    public record RequestPassedOn(RequestId request, PersonId by, Set<String> addresses, boolean it, boolean moved) {}

    /** The device it is about, null when it is about none. */
    public @Nullable FleetDevice device() {
        return subject.device();
    }

    public boolean waiting() {
        return state == State.WAITING;
    }

    /** What is to be done once everybody who must has said yes, with what was given for it. */
    Order order() {
        var evidence = new Evidence(
                reason != null,
                proved,
                stages,
                decisions.stream()
                        .filter(StageDecision::approved)
                        .map(decision -> new PersonId(decision.by()))
                        .toList());
        return new Order(by, byName, roles, self, subject, action, evidence, executeBy, id.value());
    }

    /** Which of the stages it is at, from 0; as many as there are when none is left. */
    public int stage() {
        int done = 0;
        for (Stage stage : stages) {
            if (yeses(done, decisions) < needed(stage)) {
                return done;
            }
            done++;
        }
        return done;
    }

    /** Whether more has to be decided than was, counting what can still be undone. */
    boolean open() {
        int at = stage();
        return waiting()
                && at < stages.size()
                && pending.stream().allMatch(StageDecision::approved)
                && yeses(at, decisions) + yeses(at, pending) < needed(stages.get(at));
    }

    /** How many must say yes at a stage. */
    static int needed(Stage stage) {
        return stage instanceof Stage.AnyOf anyOf ? anyOf.count() : 1;
    }

    private static long yeses(int stage, List<StageDecision> decisions) {
        return decisions.stream()
                .filter(decision -> decision.stage() == stage && decision.approved())
                .count();
    }
}
