package se.handtag.policy;

import org.springframework.boot.test.context.TestComponent;
import se.handtag.identity.Actor;

/** The portal's rules in tests. */
@TestComponent
public class PortalRules {
    private final RulesInForce inForce;
    private final Rulebook book;

    PortalRules(RulesInForce inForce, Rulebook book) {
        this.inForce = inForce;
        this.book = book;
    }

    /** Publishes a rule more, which must make nothing looser. */
    public void add(Actor by, String rule) {
        var begun = book.begin(by.person(), 1);
        String stricter = book.inForce(by.person()).rules() + "\n" + rule;
        var draft =
                book.save(by.person(), begun.id(), begun.hash(), stricter, "").orElseThrow();
        book.publish(by, draft.id(), draft.hash(), "because");
    }

    /** After the tables were emptied: the file is the first version again. */
    public void startOver() {
        inForce.afterSingletonsInstantiated();
    }
}
