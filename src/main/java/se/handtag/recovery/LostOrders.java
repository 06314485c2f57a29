package se.handtag.recovery;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.commands.CommandId;
import se.handtag.commands.Commands;
import se.handtag.commands.Order;
import se.handtag.devices.FleetDevice;
import se.handtag.identity.PersonId;
import se.handtag.identity.Role;
import se.handtag.mdm.UserId;
import se.handtag.policy.Action;
import se.handtag.policy.Asker;
import se.handtag.policy.Manner;
import se.handtag.policy.Policy;
import se.handtag.policy.Ruling;
import se.handtag.policy.Subject;

/** What is ordered for a lost device: only what the rules allow at once. */
@Component
class LostOrders {
    private final Policy policy;
    private final Commands commands;

    LostOrders(Policy policy, Commands commands) {
        this.policy = policy;
        this.commands = commands;
    }

    /**
     * With whose rights something is ordered.
     *
     * @param self the MDM user that they are, null for none
     */
    record For(
            PersonId by,
            String name,
            Set<Role> roles,
            @Nullable UserId self) {}

    Ruling rule(For whom, FleetDevice device, Action action) {
        var asker = new Asker(whom.by(), whom.roles(), whom.self());
        return policy.rule(asker, new Subject.OfDevice(device), action, Manner.PLAIN);
    }

    /** Keeps what the rules said, so that other rules can be tried on it; part of the caller's transaction. */
    void keep(For whom, Ruling ruling) {
        policy.keep(ruling, whom.name(), null);
    }

    static boolean allows(Ruling ruling) {
        var decision = ruling.decision();
        return !decision.denied()
                && !decision.needsApproval()
                && !decision.needsFreshSignIn()
                && !decision.needsReason();
    }

    /** Places the order as part of the caller's transaction; empty when the rules do not allow it at once. */
    Optional<CommandId> place(For whom, Ruling ruling, Action action) {
        if (!allows(ruling)) {
            return Optional.empty();
        }
        return Optional.of(commands.place(new Order(
                whom.by(),
                whom.name(),
                whom.roles(),
                whom.self(),
                ruling.question().subject(),
                action)));
    }
}
