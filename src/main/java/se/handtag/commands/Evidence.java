package se.handtag.commands;

import java.util.List;
import se.handtag.identity.PersonId;
import se.handtag.policy.Decision;
import se.handtag.policy.Stage;

/**
 * What was given for a command before it was placed, against which the decision is measured again when it is sent.
 *
 * @param reason whether the requester said why
 * @param freshSignIn whether it was proved once more who they are, or what stands in for that
 * @param stages the stages of approval at which everybody who must has said yes
 * @param approvers who said yes, in order
 */
public record Evidence(boolean reason, boolean freshSignIn, List<Stage> stages, List<PersonId> approvers) {
    /** For what needs nothing. */
    public static final Evidence NONE = new Evidence(false, false, List.of(), List.of());

    public Evidence {
        stages = List.copyOf(stages);
        approvers = List.copyOf(approvers);
    }

    /** For what nobody had to say yes to. */
    public static Evidence of(boolean reason, boolean freshSignIn) {
        return new Evidence(reason, freshSignIn, List.of(), List.of());
    }

    /** Whether everything that the decision asks for was given. */
    boolean meets(Decision decision) {
        return !decision.denied()
                && (reason || !decision.needsReason())
                && (freshSignIn || !decision.needsFreshSignIn())
                && decision.stages().stream().allMatch(wanted -> stages.stream().anyMatch(wanted::within));
    }
}
