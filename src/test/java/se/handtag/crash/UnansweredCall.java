package se.handtag.crash;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;

/** Lets the MDM keep a call's answer to itself for a while, and cuts off once its journal shows the call. */
class UnansweredCall {
    private final Cut cut;
    private final Witness witness;

    UnansweredCall(Cut cut, @Value("${handtag.mdm.url}") URI url) {
        this.cut = cut;
        this.witness = new Witness(url);
    }

    /** Before the call. */
    void prepare() {
        witness.readOn();
        witness.answersLate();
        Thread.ofPlatform().daemon().start(() -> {
            while (cut.isArmedFor(FaultPoint.CALL_SENT)) {
                if (witness.readOn().stream().anyMatch(Witness.Call::taken)) {
                    cut.at(FaultPoint.CALL_SENT);
                    return;
                }
            }
        });
    }
}
