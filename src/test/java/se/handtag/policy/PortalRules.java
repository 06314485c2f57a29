package se.handtag.policy;

import org.springframework.boot.test.context.TestComponent;

/** The portal's rules in tests. */
@TestComponent
public class PortalRules {
    private final RulesInForce inForce;

    PortalRules(RulesInForce inForce) {
        this.inForce = inForce;
    }

    /** After the tables were emptied: the file is the first version again. */
    public void startOver() {
        inForce.afterSingletonsInstantiated();
    }
}
