package se.handtag.ui.administration;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.handtag.identity.DoorEvent;
import se.handtag.identity.SignedIn;
import se.handtag.ui.shell.PressRefused;

/** Says whose refused press it was. */
@Component
class RefusedPresses {
    private final SignedIn signedIn;
    private final ApplicationEventPublisher events;

    RefusedPresses(SignedIn signedIn, ApplicationEventPublisher events) {
        this.signedIn = signedIn;
        this.events = events;
    }

    @EventListener
    void on(PressRefused refused) {
        if (signedIn.find().isPresent()) {
            events.publishEvent(new DoorEvent.AccessRefused(signedIn.actor(), "/" + refused.path()));
        }
    }
}
