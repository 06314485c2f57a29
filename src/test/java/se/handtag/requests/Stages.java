package se.handtag.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.identity.SamplePeople;
import se.handtag.mdm.DeviceId;
import se.handtag.policy.Action;
import se.handtag.policy.Decision;
import se.handtag.policy.Policy;
import se.handtag.policy.Ruling;
import se.handtag.policy.Stage;
import se.handtag.policy.Subject;

/** Asks under rules that ask for other stages than the shipped ones. */
@TestComponent
public class Stages {
    private final Intake intake;
    private final Policy policy;
    private final ReachableDevices reachable;
    private final SamplePeople people;
    private final TransactionTemplate transaction;

    Stages(
            Intake intake,
            Policy policy,
            ReachableDevices reachable,
            SamplePeople people,
            TransactionTemplate transaction) {
        this.intake = intake;
        this.policy = policy;
        this.reachable = reachable;
        this.people = people;
        this.transaction = transaction;
    }

    /** Asks for what takes these stages. */
    RequestId asks(String username, Action action, DeviceId device, Stage... stages) {
        Asked asked = asks(username, action, device, false, false, stages);
        assertThat(asked).isInstanceOf(Asked.Waiting.class);
        return ((Asked.Waiting) asked).request();
    }

    Asked asks(String username, Action action, DeviceId device, boolean fresh, boolean cannotSignIn, Stage... stages) {
        var actor = people.actor(username);
        var reached = reachable.find(actor.person(), device).orElseThrow();
        var wish = Wish.of(actor, reached.self(), new Subject.OfDevice(reached.device()), action, "because");
        Ruling real = policy.rule(actor.person().roles(), reached.self(), wish.subject(), action);
        Decision decision = new Decision(
                Decision.Verdict.ALLOWED,
                real.decision().reasons(),
                List.of(stages),
                false,
                fresh,
                null,
                real.decision().version(),
                List.of());
        Wish made = cannotSignIn ? wish.withoutSignIn() : wish;
        return transaction.execute(_ -> intake.take(made, new Ruling(real.question(), decision)));
    }
}
